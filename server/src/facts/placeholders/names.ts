import type { Span } from '../../draft/span.ts';
import { FREE_AFTER, FREE_BEFORE, MASK } from './alphabet.ts';
import type { PlaceholderKind } from './form.ts';
import { nounAt, skipGap } from './nouns.ts';
import { partOfWord } from './words.ts';

interface Named {
  readonly kind: PlaceholderKind;
  readonly span: Span;
}

/** The last alternative is one name with its signs set apart: `X X 县`. */
const RUN = new RegExp(
  `${FREE_BEFORE}${MASK}+${FREE_AFTER}(?! [xX×] ?[省市县区镇乡村局])|某某+|(?<=^|[\\u4e00-\\u9fff，。；、“《（])[xX×] [xX×](?: [xX×])?(?= ?[省市县区镇乡村局])`,
  'g',
);
const HAN = /[\u4e00-\u9fff]/;
/** One letter before these is a term of its own: X光, X轴. */
const LETTER_TERM =
  /^(?:光|射线|线|轴|染色体|型|形|因素|波|片|值|指|代表|表示|是指|连锁|综合征|战警|世代|荧光|理论|坐标|平台|证书|方向|[是为]变量)/;
/** A letter after these is a term: 变量X. */
const TERM_LETTER = /(?:变量|未知数|代号|型号|字母|选项|坐标|参数|因子|打|画|选)$/;
const SURNAME =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾韦付方邹熊孟秦邱江尹薛闫段雷侯史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤]$/;
const SOMEONE = /^(?:人|事|年|月|日|时|种|某)|^头衔/;
const PREPOSITION = /[在到赴对从由向与和给于往抵访为让把被及据是来经，。、；：“《（(]/;

/**
 * Masks that are no number, date or ordinal: names (`XX市`, `xx书记`, `*`), parts of words (`形式XX`).
 * `taken` tells which characters other forms hold.
 */
export function readNames(text: string, taken: (span: Span) => boolean): Named[] {
  const found: Named[] = [];
  for (const match of text.matchAll(RUN)) {
    const start = match.index;
    const end = start + match[0].length;
    if (taken({ start, end })) continue;
    const noun = nounAt(text, end);
    const span = { start, end: noun === '' ? end : skipGap(text, end) + noun.length };
    if (match[0].startsWith('某')) {
      const kind = someone(text, start, end, noun);
      if (kind) found.push({ kind, span: kind === 'blank' ? { start, end } : span });
      continue;
    }
    const word = noun === '' ? partOfWord(text, start, end) : undefined;
    if (word && !taken(word)) found.push({ kind: 'word', span: word });
    else if (isName(text, start, end, noun !== '')) found.push({ kind: 'name', span });
    else if (isBareCount(text, start, end, found)) found.push({ kind: 'number', span: { start, end } });
  }
  return found;
}

/** 某某县 is a masked name, 某某同志 a blank; 李某某 and 什么某某中心 are finished wording. */
function someone(text: string, start: number, end: number, noun: string): PlaceholderKind | undefined {
  const before = text.slice(Math.max(0, start - 4), start);
  if (SURNAME.test(before) || /(?:什么|所谓|诸如|这个|那个)$|什么某某.{0,4}$/.test(before)) return undefined;
  if (SOMEONE.test(text.slice(end, end + 2))) return undefined;
  if (/^(?:之类|一类|这类|这样的)/.test(text.slice(end + noun.length))) return undefined;
  return noun === '' || /^(?:同志|先生|女士)$/.test(noun) ? 'blank' : 'name';
}

function isName(text: string, start: number, end: number, hasNoun: boolean): boolean {
  const run = text.slice(start, end);
  const gap = /[ 　]/.test(text[start - 1] ?? '');
  const before = text[gap ? start - 2 : start - 1] ?? '';
  const after = text.slice(end, end + 4);
  if (/^[○◯□■△▲●]+$/.test(run)) return isShape(text, start, end, hasNoun);
  if (/^[*＊]+$/.test(run)) return isStar(text, start, end, hasNoun);
  if (run.length > 1) return isPlain(before) && isPlain(after[0] ?? '') && !/^(?:染色体|码)/.test(after);
  if (gap && /[A-Za-z\d]/.test(before)) return false;
  if (run === '×' || run === '✕') return hasNoun && !gap && (before === '' || PREPOSITION.test(before));
  if (LETTER_TERM.test(after.trimStart()) || TERM_LETTER.test(text.slice(Math.max(0, start - 3), start)))
    return false;
  if (/[“‘"]/.test(before) && /^[”’"]/.test(after)) return false;
  const next = text[skipGap(text, end)] ?? '';
  if (hasNoun) return true;
  if (/[（(]/.test(before) && /^[）)]/.test(after)) return HAN.test(text[start - 2] ?? '');
  return HAN.test(next) && (before === '' || HAN.test(before) || /[，。；：、“《（]/.test(before));
}

/** Neither Latin nor an operator: what may stand beside a mask of several signs. */
function isPlain(neighbour: string): boolean {
  return neighbour === '' || !/[=<>~^|#$-]/.test(neighbour);
}

/** ○ □ stand for a name only in runs or right before its noun; a lone one is a box to tick or a bullet. */
function isShape(text: string, start: number, end: number, hasNoun: boolean): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (end - start > 1) return HAN.test(after) || HAN.test(before) || (after === ' ' && hasNoun);
  if (!hasNoun || /[□■▲●]/.test(text[start]!) || !HAN.test(after)) return false;
  return /[市县区镇乡村省州局书长同]/.test(after) && text.length > 4;
}

/** `*市`, `到*工作`; not a footnote star, a bullet or a product. */
function isStar(text: string, start: number, end: number, hasNoun: boolean): boolean {
  const before = text[start - 1] ?? '';
  const next = text[end] ?? '';
  if (/[\d%％‰）)]/.test(before) || /[\d：:]/.test(next)) return false;
  if (hasNoun) return true;
  if (start === 0) return HAN.test(next);
  if (end - start > 1) return HAN.test(before) || HAN.test(next);
  return HAN.test(before) && next !== '' && (HAN.test(next) || /[，。、；”]/.test(next));
}

/** `XX县X家、XX区X）`: a bare X at the end of an item in a list of counts. */
function isBareCount(text: string, start: number, end: number, found: readonly Named[]): boolean {
  if (!/[xX×]/.test(text.slice(start, end)) || !HAN.test(text[start - 1] ?? '')) return false;
  return found.length > 0 && /^[；;，,。、）)]/.test(text.slice(end, end + 1));
}
