import { MASK } from '../placeholders/alphabet.ts';

const STOP = /[，。；：、！？（）()“”《》,;:!?【】]/;
/** Verbs and adverbs between an indicator and its figure (usage of reports). */
const VERBS =
  /(?:同比|环比|年均|名义|实际|累计|分别|预计|力争|合计|总计|可|共|约|将|再|又|已|近|超过?|比上年|较上年|比去年|较去年|增长|增加|下降|减少|降低|提高|提升|回落|上升|收窄|扩大|完成|实现|达到?|突破|占比?|为|是|至|到|了|率先)$/;
const LEADS =
  /^(?:其中|预计|力争|全力|努力|确保|聚焦|紧盯|累计|共计?|已|完成|实现|达到|争取|获得|安排|目前|[是有]|要)+/;
const FIGURE = new RegExp(`[-－]?(?:\\d|${MASK}|[_＿]{2,})[\\s\\S]*$`);
const RISE = /(?:增长|增加|提高|提升|上升|扩大)/;
const FALL = /(?:下降|减少|降低|回落|收窄)/;
const SHARE = /占比?/;
const NAME = new RegExp(`^(?:[\\u4e00-\\u9fffA-Za-z&\\d]|(?![A-Za-z])${MASK})+$`);
const LONGEST = 16;

/** What a figure measures. */
export interface Indicator {
  /** With its period and area, as far as the clause names them. */
  readonly name: string;
  /** 增速, 降幅, 占比, 增量, 减量; empty for a level. */
  readonly measure: string;
}

/**
 * The indicator that the words before a figure name: `规上工业增加值增长` → 规上工业增加值, 增速. A clause that holds the
 * verb alone, `，同比增长`, goes back to the clause before it. Undefined where no noun is found.
 */
export function indicatorBefore(before: string, figure: string): Indicator | undefined {
  const clauses = lastClauses(before);
  const { rest, verbs } = withoutVerbs(clauses[0]!);
  const measure = measureOf(verbs, /[%％]/.test(figure));
  const name = nameOf(rest) || (clauses[1] ? nameOf(withoutVerbs(clauses[1].replace(FIGURE, '')).rest) : '');
  return name.length < 2 || name.length > LONGEST ? undefined : { name, measure };
}

/** The clause before a place and the one before that; a 顿号 and a full stop end the search. */
function lastClauses(before: string): readonly string[] {
  let start = before.length;
  while (start > 0 && !STOP.test(before[start - 1]!)) start--;
  const own = before.slice(start);
  if (start === 0 || !/[，,]/.test(before[start - 1]!)) return [own];
  const end = start - 1;
  start = end;
  while (start > 0 && !STOP.test(before[start - 1]!)) start--;
  return [own, before.slice(start, end)];
}

function withoutVerbs(clause: string): { readonly rest: string; readonly verbs: string } {
  let rest = clause.trimEnd();
  for (let match = VERBS.exec(rest); match; match = VERBS.exec(rest)) rest = rest.slice(0, match.index);
  return { rest, verbs: clause.slice(rest.length) };
}

function nameOf(words: string): string {
  const name = words.replaceAll(/[ 　]/g, '').replace(LEADS, '');
  return NAME.test(name) ? name : '';
}

function measureOf(verbs: string, percent: boolean): string {
  if (SHARE.test(verbs)) return '占比';
  if (RISE.test(verbs)) return /[到至]$/.test(verbs) ? '' : percent ? '增速' : '增量';
  if (FALL.test(verbs)) return /[到至]$/.test(verbs) ? '' : percent ? '降幅' : '减量';
  return '';
}
