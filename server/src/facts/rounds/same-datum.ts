import type { Figure, SpeechFigure } from '../figures/types.ts';

/** A figure with the text of its paragraph. */
export interface Told {
  readonly found: SpeechFigure;
  readonly text: string;
}

/** A name so long means one thing wherever it stands. */
const TELLING = 4;
/** And one so long even with a number that says little. */
const PLAIN = 6;
/** More of a name is never looked at. */
const LONGEST = 24;
const GENERAL =
  /^(?:(?:总|完成|累计|到位|新增|实现|完成)?(?:投资|资金|企业|项目|增速|面积|金额|收入|人数|时间|任务|工作|活动|群众|人口|人|户|村|家|个))$/;
/** 由66所增加到70所, 比去年的66所: the number is what another is compared with, and keeps its old value. */
const COMPARED =
  /(?:从(?!严|紧|实)|由|自(?=\d|今|去|上)|(?<![同环])比|较|原来|原有|原定|原计划|去年同期|上年同期|去年(?!以来)|上年(?!以来)|前年)[^，。；、到至]{0,14}$/;
const THIS_YEAR = /^(?:今年(?:以来)?|目前|年内|全年|现在|当前|截至.*)$/;
const PAST_YEAR = /去年(?!以来)|上年(?!以来)|前年|往年|同期/;

/** Whether two figures of one value tell the same thing: by name, period, scope and kind, or by the words around them. */
export function tellSameDatum(a: Told, b: Told): boolean {
  const [one, other] = [a.found.figure, b.found.figure];
  if (kindOf(one) !== kindOf(other) || one.direction !== other.direction) return false;
  if (one.each !== other.each || one.approximation !== other.approximation) return false;
  if (!agree(one.comparator, other.comparator) || !agree(one.basis, other.basis)) return false;
  if (!agree(a.found.scope, b.found.scope)) return false;
  if (!haveOneTime(a.found.period.name, b.found.period.name) || isCompared(a) || isCompared(b)) return false;
  return haveOneName(a, b);
}

/** 城市书房20家 and 20家城市书房 are one. */
function kindOf({ measure }: Figure): string {
  return measure === 'count' ? 'level' : measure;
}

/** Whether a figure is only what another is compared with, or of an earlier year. */
export function isCompared({ found: { figure, period }, text }: Told): boolean {
  const before = text.slice(Math.max(0, figure.span.start - 20), figure.span.start);
  return PAST_YEAR.test(period.name) || COMPARED.test(before);
}

function agree(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}

function haveOneTime(a: string, b: string): boolean {
  if (agree(a, b)) return true;
  if (a.startsWith(b) || b.startsWith(a)) return true;
  return (THIS_YEAR.test(a) && !/\d{4}/.test(b)) || (THIS_YEAR.test(b) && !/\d{4}/.test(a));
}

function haveOneName(a: Told, b: Told): boolean {
  const [one, other] = [a.found.figure, b.found.figure];
  const digits = Math.min(significant(a), significant(b));
  const [x, y] = [one.indicator, other.indicator];
  const inherited = one.inherited || other.inherited;
  const stance = a.found.stance === b.found.stance;
  if (x !== '' && x === y) {
    if (one.listed) return a.found.key === b.found.key || (digits >= 2 && (stance || digits >= 3));
    if (x.length >= TELLING && !GENERAL.test(x) && !inherited) return true;
    return digits >= (GENERAL.test(x) || inherited ? 3 : 2) && stance;
  }
  const shared = sharedName(a, b);
  if (one.approximation === 'exact' && shared.length >= TELLING && !GENERAL.test(shared))
    return shared.length >= PLAIN || Math.abs(one.value ?? 0) >= 10;
  if (shared.length >= 2 && !GENERAL.test(shared) && digits >= 3) return true;
  return digits >= 2 && wordsAround(a, b);
}

/** The name that two figures have in common, where it is all that one of them says: 建成养老驿站20家, 20家养老驿站天天开门. */
function sharedName(a: Told, b: Told): string {
  const [x, y] = [namesOf(a), namesOf(b)];
  const [shorter, longer] = x.before.length <= y.before.length ? [x, y] : [y, x];
  if (shorter.before !== '' && longer.before.endsWith(shorter.before)) return shorter.before;
  if (x.before !== '' && y.behind.startsWith(x.before)) return x.before;
  return y.before !== '' && x.behind.startsWith(y.before) ? y.before : '';
}

/** What is said of things that are counted, before their name. */
const DONE =
  /^(?:(?:全[市省县区州]|我[市省县区]|累计|已|已经|共|共有|现有|要把|新|再|又|将|计划)*(?:建成|新建|新增|建设|完成|改造|创建|打造|培育|实施|开展|开通|布局|建有|拥有|有|建)?的?)(?=[\u4e00-\u9fff]{2})/;

function namesOf({ found: { figure }, text }: Told): { readonly before: string; readonly behind: string } {
  const counted = figure.measure === 'count';
  return {
    before: counted ? '' : figure.indicator.replace(DONE, ''),
    behind: counted ? text.slice(figure.span.end, figure.span.end + LONGEST) : '',
  };
}

/** Digits that tell: 67.12 has four, 1300 and 20 have two and one. */
function significant({ found: { figure }, text }: Told): number {
  const number = text.slice(figure.numberSpan.start, figure.numberSpan.end);
  const digits = number.replace(/[^\d０-９一二三四五六七八九]/g, '').replace(/^[0０]+/, '');
  let end = digits.length;
  while (end > 0 && /[0０]/.test(digits[end - 1]!)) end--;
  return end;
}

/** The same words right before or right behind the two numbers. */
function wordsAround(a: Told, b: Told): boolean {
  const [x, y] = [around(a), around(b)];
  const behind = alike(x.behind, y.behind);
  const before = alike(x.before, y.before);
  return behind >= TELLING || before >= TELLING || (behind >= 2 && before >= 2);
}

function around({ found: { figure }, text }: Told): { readonly before: string; readonly behind: string } {
  const before = text.slice(Math.max(0, figure.span.start - 12), figure.span.start);
  const behind = text.slice(figure.span.end, figure.span.end + 12);
  return { before: [...before].reverse().join(''), behind };
}

function alike(x: string, y: string): number {
  let length = 0;
  while (length < x.length && x[length] === y[length] && /[\u4e00-\u9fff]/.test(x[length]!)) length++;
  return length;
}
