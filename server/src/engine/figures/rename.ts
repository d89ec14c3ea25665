import { describePlace } from '../../draft/place.ts';
import { type Span, slice } from '../../draft/span.ts';
import type { Draft, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../../facts/facts.ts';
import type { Figure, SpeechFigure } from '../../facts/figures/types.ts';
import { applyEdits } from '../edit.ts';
import type { Edit } from '../types.ts';
import { areEqual, type Decimal, decimalOf, dividedBy, negated } from './decimal.ts';
import { exactAmount, haveSameValue, mentionsOf, plainText, signedNumber } from './mentions.ts';
import { readWish, type Wish } from './wish.ts';
import { writeLike } from './write.ts';

/** What changing a figure needs: the draft, the speech and the figure in it, and how an edited draft is read. */
export interface FigureToRename {
  readonly draft: Draft;
  readonly speech: Speech;
  readonly one: SpeechFigure;
  readonly memory: FactMemory;
  readonly read: (text: string) => Draft;
}

/** Edits of the source, or a Chinese sentence that says why there are none. */
export type FigureRename = { readonly edits: readonly Edit[] } | { readonly refusal: string };

/** Why a figure cannot be changed everywhere at once; undefined where it can. */
export function refusalOf({ key, figure }: SpeechFigure): string | undefined {
  if (key === undefined) return `“${figure.text}”说的是什么指标没有把握，不能连同各处一起改，请直接改文字。`;
  if (figure.range) return `“${figure.text}”是一个区间，不能连同各处一起改，请直接改文字。`;
  if (figure.value === undefined) return `“${figure.text}”还没有填，不是一个数。`;
  return undefined;
}

/**
 * Gives every mention of a figure, in the same speech and with the same value, the value that was typed; each keeps its
 * unit and form. The edited speech is read again: where a figure would then say something else, nothing is changed.
 */
export function renameFigure(job: FigureToRename, typed: string): FigureRename {
  const { draft, speech, one, memory } = job;
  const refusal = refusalOf(one);
  if (refusal !== undefined) return { refusal };
  const wish = readWish(typed, one.figure);
  if ('refusal' in wish) return wish;
  const amount = turns(speech, one) ? negated(wish.amount) : wish.amount;
  const { figures } = memory.ofSpeech(speech);
  const mentions = mentionsOf(figures, one).filter((other) => haveSameValue(one, other));
  const edits: Edit[] = [];
  for (const mention of mentions) {
    const edit = editOf(job, mention, amount, mention === one ? wish : undefined);
    if (edit === undefined) return { refusal: inexpressible(job, mention, typed) };
    edits.push(edit);
  }
  const fits = readsAs(job, edits, (figure) => (mentions.includes(figure) ? amount : undefined));
  const [first] = mentions;
  if (!fits && first) {
    return {
      refusal: `改成“${typed}”之后，${describePlace(draft, first.span.start)}等处会读成别的数据，没有改动。请逐处修改。`,
    };
  }
  return { edits: edits.filter(({ span, newText }) => slice(draft.text, span) !== newText) };
}

/** 下降3.1% is a fall without a minus: what is written and what is meant have opposite signs. */
function turns(speech: Speech, one: SpeechFigure): boolean {
  const { direction, measure, numberSpan } = one.figure;
  const signed = signedNumber(speech, one).start < numberSpan.start;
  return direction === 'down' && (measure === 'growth' || measure === 'change') && !signed;
}

/** Things that come whole. */
const COUNTED = /^(?:人次?|户|家|个|项|件|条|所|座|处|场|套|辆|台|部|架|艘|只|头|名|位|起|宗|例|岁)$/;

function editOf(job: FigureToRename, mention: SpeechFigure, amount: Decimal, wish?: Wish): Edit | undefined {
  const edit = amountEdit(job, mention, amount);
  return edit && { ...edit, newText: asTyped(slice(job.draft.text, edit.span), edit.newText, wish) };
}

/** Writes an amount (canonical unit) in the unit and form of a mention; undefined where these have no way to say it. */
export function amountEdit(
  { draft, speech }: Pick<FigureToRename, 'draft' | 'speech'>,
  mention: SpeechFigure,
  amount: Decimal,
): Edit | undefined {
  const { text, toSource } = speech.paragraphs[mention.paragraph]!;
  const number = signedNumber(speech, mention);
  const span: Span = toSource(number);
  const old = slice(text, number);
  if (slice(draft.text, span) !== old) return undefined;
  const value = valueFor(mention.figure, turns(speech, mention) ? negated(amount) : amount);
  const newText = value && writeLike(old, value);
  return newText === undefined ? undefined : { span, newText };
}

/** The value in the unit of a mention; undefined where it has no end, or is a part of what comes whole. */
function valueFor({ unit }: Figure, amount: Decimal): Decimal | undefined {
  const value = dividedBy(amount, decimalOf(unit.factor));
  return value && value.places > 0 && unit.factor === 1 && COUNTED.test(unit.canonical) ? undefined : value;
}

/** Where the digits were typed for this very mention they stand as they were typed: 1.30亿元. */
function asTyped(old: string, made: string, wish: Wish | undefined): string {
  const digits = /^[-\d][\d.]*$/;
  const { digits: typed } = wish ?? {};
  return typed !== undefined && digits.test(typed) && digits.test(old) ? typed : made;
}

function inexpressible({ draft, speech }: FigureToRename, mention: SpeechFigure, typed: string): string {
  const place = describePlace(draft, mention.span.start);
  return `${place}的“${plainText(speech, mention)}”照原来的单位和写法写不出“${typed}”，各处都没有改动。请逐处修改。`;
}

/** Whether the edited speech has the same figures, those that were changed with their new value. */
function readsAs(
  { draft, speech, memory, read }: FigureToRename,
  edits: readonly Edit[],
  wanted: (figure: SpeechFigure) => Decimal | undefined,
): boolean {
  const edited = read(applyEdits(draft.text, edits)).speeches[draft.speeches.indexOf(speech)];
  const before = memory.ofSpeech(speech).figures;
  const after = edited ? memory.ofSpeech(edited).figures : [];
  return (
    after.length === before.length &&
    before.every((figure, i) => {
      const now = after[i]!;
      const amount = exactAmount(now.figure);
      const value = wanted(figure);
      if (now.key !== figure.key) return false;
      return value ? amount !== undefined && areEqual(amount, value) : now.figure.text === figure.figure.text;
    })
  );
}
