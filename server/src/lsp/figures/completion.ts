import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import { describePlace, speechAt } from '../../draft/place.ts';
import type { Draft, Speech } from '../../draft/types.ts';
import { figureAt, plainText } from '../../engine/figures/mentions.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import { ledgerLookup } from './ledger.ts';
import type { FigureReading } from './reading.ts';
import { kindWords } from './words.ts';

/** Last characters of the words that lead to a number; the editor asks again after each. */
export const AFTER_LEADS = ['为', '达', '到', '成', '现', '长', '降', '占', '至', '加', '少', '高'] as const;

const LEVEL_LEAD = /(?:为|达|达到|完成|实现|至|增加|减少)(?:了|约|近|超|超过)?$/;
const RATE_LEAD = /(?:增长|下降|上升|提高|回落|增速为?|占)(?:了|约|近|超|超过)?$/;
const BEGUN = /(?<![\d.])[\d.]*$/;
/** As much of the clause as leads to a number. */
const REACH = 12;

/** Whether the user wants figures offered: `hegao.completion.figures`. */
export function offersFigures(section: unknown): boolean {
  const { completion } = (section ?? {}) as { readonly completion?: { readonly figures?: unknown } | null };
  return completion?.figures === true;
}

/**
 * The known figures of the indicator that stands before a position, those of the same speech. What the sentence speaks
 * of is read by setting a number there and reading it like any other.
 */
export function figureCompletions(reading: FigureReading, position: Position): CompletionItem[] {
  const { document, draft } = reading;
  const offset = document.offsetAt(position);
  const before = document.getText().slice(Math.max(0, offset - REACH - 8), offset);
  const begun = BEGUN.exec(before)![0];
  const lead = before.slice(0, before.length - begun.length);
  const rate = RATE_LEAD.test(lead);
  const speech = speechAt(draft, offset);
  if (!speech || !(rate || LEVEL_LEAD.test(lead))) return [];
  const from = offset - begun.length;
  const wanted = probe(reading, speech, { from, to: offset }, rate ? '1%' : '1亿元');
  if (!wanted || wanted.one.figure.indicator === '') return [];
  const range = { start: document.positionAt(from), end: position };
  const known = offersFor(reading, speech, wanted.one, from);
  return [...ledgerOffers(reading, wanted), ...known].map(({ text, detail, from: source }, i) => ({
    label: text,
    kind: CompletionItemKind.Value,
    detail,
    labelDetails: { description: source },
    sortText: String(i).padStart(4, '0'),
    textEdit: { range, newText: text },
  }));
}

/** A number in a place where there is none yet. */
interface Probe {
  readonly one: SpeechFigure;
  readonly edited: Draft;
}

/** What a number in this place would say. */
function probe(
  { draft, memory, readAgain }: FigureReading,
  speech: Speech,
  { from, to }: { readonly from: number; readonly to: number },
  number: string,
): Probe | undefined {
  const text = draft.text.slice(0, from) + number + draft.text.slice(to);
  const edited = readAgain(text);
  const own = edited.speeches[draft.speeches.indexOf(speech)];
  const one = own && figureAt(memory.ofSpeech(own).figures, from);
  return one && { one, edited };
}

/** What the table of figures has for this very place. */
function ledgerOffers(reading: FigureReading, { one, edited }: Probe): readonly Offer[] {
  const match = ledgerLookup({ ...reading, draft: edited })(one);
  if (!match) return [];
  const { value, unit, source, indicator, scope, period } = match.row;
  const detail = [indicator, scope, period, source].filter(Boolean).join(' ');
  return [{ text: value + unit, detail, from: '口径表' }];
}

interface Offer {
  readonly text: string;
  /** What it says, and where it stands. */
  readonly detail: string;
  readonly from: string;
}

/** Each value once; those of the same scope and period come first. */
function offersFor(
  { draft, memory }: FigureReading,
  speech: Speech,
  wanted: SpeechFigure,
  from: number,
): readonly Offer[] {
  const isRate = ({ figure }: SpeechFigure) => figure.measure === 'growth' || figure.measure === 'share';
  const near = (one: SpeechFigure) =>
    Number(one.scope === wanted.scope) * 2 + Number(one.period.name === wanted.period.name);
  const known = memory
    .ofSpeech(speech)
    .figures.filter(
      (one) =>
        one.figure.indicator === wanted.figure.indicator &&
        one.figure.value !== undefined &&
        isRate(one) === isRate(wanted) &&
        !(one.span.start <= from && from <= one.span.end),
    );
  const offers = new Map<string, Offer>();
  for (const one of [...known].sort((a, b) => near(b) - near(a))) {
    const text = plainText(speech, one);
    if (offers.has(text)) continue;
    const detail = [one.figure.indicator, one.scope, one.period.name, kindWords(one)].filter(Boolean);
    offers.set(text, { text, detail: detail.join(' '), from: describePlace(draft, one.span.start) });
  }
  return [...offers.values()];
}
