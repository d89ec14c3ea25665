import type { Checker } from '../engine/check.ts';
import { byPlace } from '../engine/finding.ts';
import { quiet } from '../engine/quiet.ts';
import type { Silence } from '../engine/silence.ts';
import type { Failure, Finding, Rule, RuleSettings } from '../engine/types.ts';
import { type Carrier, carryOn } from './carry.ts';
import type { Analysis, Reading } from './documents.ts';
import { patiently } from './patiently.ts';

/** Rules that read a whole speech word by word: after an edit they follow the others. */
const DEFERRED: readonly string[] = ['phrase-repeat'];

/** Whether a rule follows the others after an edit. */
export function isDeferred({ meta }: Rule): boolean {
  return DEFERRED.includes(meta.id);
}

/** Runs the rules that may follow after an edit; their old findings move with the text meanwhile. */
export interface Deferred {
  /** Whether the deferred rules may be left out of a check, because their findings of an earlier version are known. */
  readonly leavesOut: (uri: string, settings: RuleSettings, silences: readonly Silence[]) => boolean;
  /** An analysis with the findings that were left out, as far as they are known; they are looked for anew soon. */
  readonly added: (analysis: Analysis, settings: RuleSettings, silences: readonly Silence[]) => Analysis;
  /** To be called with each new version. */
  readonly edited: (uri: string, text: string) => void;
  readonly closed: (uri: string) => void;
}

/** What the deferred rules stand on. */
export interface DeferredSources {
  readonly checker: Pick<Checker, 'steps'>;
  readonly read: (uri: string) => Reading | undefined;
  /** Whether something else has to be done first. */
  readonly busy: () => boolean;
  /** Whether the client can be told that there is more: else nothing is left out. */
  readonly tells: boolean;
  /** Called when other things are to be shown than before. */
  readonly found: (uri: string) => void;
  readonly fail: (error: unknown) => void;
  /** Called with the rules that threw. */
  readonly failed: (failures: readonly Failure[]) => void;
  /** Calls back a little later; gives a way to call it off. */
  readonly later: (run: () => void) => () => void;
}

/** What the deferred rules said of a version. */
interface Known {
  readonly settings: RuleSettings;
  readonly silences: readonly Silence[];
  /** The text that they have read. */
  readonly text: string;
  /** What they found, moved along since. */
  readonly carried: Carrier;
  readonly id: number;
}

/** Makes the runs; there is one at a time for each document, and it does not wait for the writer to pause. */
export function createDeferred({
  checker,
  read,
  busy,
  tells,
  found,
  fail,
  failed,
  later,
}: DeferredSources): Deferred {
  const states = new Map<string, Known>();
  const waiting = new Map<string, () => void>();
  let ids = 0;

  const leavesOut: Deferred['leavesOut'] = (uri, settings, silences) => {
    const known = states.get(uri);
    return known !== undefined && known.settings === settings && known.silences === silences;
  };

  const run = async (uri: string): Promise<void> => {
    const known = states.get(uri);
    const reading = read(uri);
    if (!known || !reading) return;
    const { draft } = reading;
    const { settings, silences } = known;
    const result = await patiently(checker.steps(draft, settings, undefined, isDeferred), busy);
    failed(result.failures);
    const now = states.get(uri);
    if (now?.settings !== settings || now.silences !== silences) return;
    const { findings } = quiet(result.findings, draft, silences);
    const carried = carryOn({ text: draft.text, findings }, now.carried.text);
    const same = shown(carried.findings) === shown(now.carried.findings);
    states.set(uri, { ...now, text: draft.text, carried, id: same ? now.id : ++ids });
    if (!same) found(uri);
  };

  const follow = (uri: string): void => {
    if (waiting.has(uri)) return;
    const again = (): void => {
      waiting.delete(uri);
      const known = states.get(uri);
      if (known && known.text !== read(uri)?.draft.text) follow(uri);
    };
    const callOff = later(() => {
      run(uri).catch(fail).finally(again);
    });
    waiting.set(uri, callOff);
  };

  return {
    leavesOut,
    added(analysis, settings, silences) {
      const { document, draft, result, complete } = analysis;
      const { uri } = document;
      if (!tells) return analysis;
      const known = states.get(uri);
      if (complete) {
        const findings = result.findings.filter(({ ruleId }) => DEFERRED.includes(ruleId));
        if (known?.text !== draft.text || !leavesOut(uri, settings, silences))
          states.set(uri, {
            settings,
            silences,
            text: draft.text,
            carried: { text: draft.text, findings },
            id: known?.id ?? 0,
          });
        return analysis;
      }
      if (!known) return analysis;
      if (known.text !== draft.text) follow(uri);
      const moved = carryOn(known.carried, draft.text);
      states.set(uri, { ...known, carried: moved });
      const carried = quiet(moved.findings, draft, silences).findings;
      return {
        ...analysis,
        result: { ...result, findings: [...result.findings, ...carried].sort(byPlace) },
        resultId: `${analysis.resultId}~${known.id}`,
      };
    },
    edited(uri, text) {
      const known = states.get(uri);
      if (known) states.set(uri, { ...known, carried: carryOn(known.carried, text) });
    },
    closed(uri) {
      waiting.get(uri)?.();
      waiting.delete(uri);
      states.delete(uri);
    },
  };
}

function shown(findings: readonly Finding[]): string {
  return JSON.stringify(findings);
}
