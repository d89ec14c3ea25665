import type { PlacedEntry } from '../../config/ignore-file.ts';
import { isClassified } from '../../draft/classified.ts';
import type { Draft, DraftKind, Extras } from '../../draft/types.ts';
import { createCheckers } from '../../engine/checkers.ts';
import { quiet } from '../../engine/quiet.ts';
import type { Finding, Rule, RuleSettings } from '../../engine/types.ts';
import type { Summarised } from '../../engine/workspace.ts';
import { createJiebaWorker } from '../../words/jieba-worker.ts';
import { loadWords } from '../../words/load.ts';
import { createSegmenters } from '../../words/segmenters.ts';
import { showSilenced } from '../silenced.ts';
import type { EarlierDraft } from '../since.ts';
import type { Core, Ground } from './types.ts';

/** What is to be examined of one draft. */
export interface Examined {
  readonly text: string;
  readonly kind: DraftKind;
  readonly extras?: Extras | undefined;
  readonly ground: Ground;
  readonly silences: readonly PlacedEntry[];
  /** Its earlier version. */
  readonly earlier?: EarlierDraft | undefined;
  /** Whether other drafts, or an archive, are there to be compared with. */
  readonly hasOthers: boolean;
}

/** What came of it. */
export interface Examination {
  readonly core: Core;
  readonly summaries: Summarised['summaries'];
  readonly speeches: Draft['speeches'];
  /** Marked as a state secret: nothing of it may be kept. */
  readonly classified: boolean;
  /** What was missing on the way, Chinese sentences; the results may hold less for it. */
  readonly notes: readonly string[];
}

/** Examines drafts one by one; remembers between them what is not theirs. */
export interface Examiner {
  readonly examine: (draft: Examined) => Promise<Examination>;
  /** Opens a check of other texts in place of a draft's own. */
  readonly open: (
    draft: Omit<Examined, 'text' | 'extras'>,
  ) => Promise<(text: string, extras?: Extras) => readonly Finding[]>;
}

/** Characters of paragraphs that are remembered from one draft to the next: drafts of one batch seldom share any. */
const REMEMBERED = 50_000;

const NO_SUMMARIES: Summarised = { summaries: {}, failures: [] };

/** Makes an examiner by some rules; nothing is loaded yet. */
export function createExaminer(active: readonly Rule[]): Examiner {
  const missing: string[] = [];
  const segmenters = createSegmenters({
    loadWords,
    jieba: createJiebaWorker(),
    tell: (note) => missing.push(`提示：${note}`),
  });
  const checkerOf = createCheckers(active);
  const checkerFor = async ({ segmenter }: Ground) => {
    await segmenters.ready(segmenter);
    return checkerOf(segmenters.of(segmenter));
  };
  return {
    async examine({ text, kind, extras, ground, silences, earlier, hasOthers }) {
      const { settings } = ground;
      const checker = await checkerFor(ground);
      const draft = checker.read(text, kind, extras && { extras });
      const { findings: all, failures } = checker.check(
        draft,
        settings,
        earlier && checker.read(earlier.text, earlier.kind, { extras: earlier.extras }),
      );
      const { findings, silenced, unused } = quiet(all, draft, silences);
      // A single speech by itself has none to be held against.
      const isCompared = hasOthers || draft.speeches.length > 1;
      const { summaries, failures: more } = isCompared ? checker.summarise(draft, settings) : NO_SUMMARIES;
      const core: Core = {
        findings,
        failures: [...failures, ...more],
        silenced: showSilenced(silenced),
        unusedLines: unused.silences.filter(({ rule }) => runs(rule, active, settings)).map((s) => s.line),
        unusedComments: unused.comments,
        speeches: draft.speeches.length,
        ...(isCompared ? { summarised: Object.keys(summaries) } : {}),
      };
      checker.facts.trim(REMEMBERED);
      return {
        core,
        summaries,
        speeches: draft.speeches,
        classified: isClassified(text),
        notes: [...missing],
      };
    },
    async open({ kind, ground, silences }) {
      const checker = await checkerFor(ground);
      return (text, extras) => {
        const draft = checker.read(text, kind, extras && { extras });
        return quiet(checker.check(draft, ground.settings).findings, draft, silences).findings;
      };
    },
  };
}

function runs(id: string, active: readonly Rule[], settings: RuleSettings): boolean {
  return active.some(({ meta }) => meta.id === id) && (settings[id]?.level ?? 'off') !== 'off';
}
