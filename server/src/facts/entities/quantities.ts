import type { Span } from '../../draft/span.ts';
import type { EntityKind, Sight, TaggedLine } from './types.ts';

const DATE =
  /(?:(?:19|20)\d{2}年(?!度?产)(?:\d{1,2}月(?:\d{1,2}[日号])?)?|(?<!\d)\d{1,2}月(?:\d{1,2}[日号])?(?:份)?|二[〇○零][〇○零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?|(?<!\d)\d{1,2}[日号](?=[上下]午|[，。召])|(?<!\d)(?:19|20)\d{2}([.-])\d{1,2}\1\d{1,2}(?!\d))/g;
const NUMBER = /\d+(?:[.．]\d+)*(?:,\d{3})*/g;
/** Numbers that are names: 5G, PM2.5, 12345热线, “1+N”, 9·3, list numbers. */
const NO_FIGURE_BEFORE = /[A-Za-z+＋·.〔“‘-]$|[^\d]\/$/;
const RANK = /^[位名]/;
const NO_FIGURE_AFTER = /^(?:[A-Za-z+＋·\]〕]|热线|市民|政务服务|[.．、](?!\d)|”|’|号文|年代|后出生)/;
/** Whose congress or session it is; the party's and the nation's are no secret. */
const SESSION =
  /(?<=(?:[省市县区州]|自治区)(?:委|纪委|人大|政协|人民代表大会|党代会)?)(?:第?[一二三四五六七八九十]{1,3}届(?:[一二三四五六七八九十]{1,2}次)?|第[一二三四五六七八九十]{1,3}次(?=党代会|代表大会))/g;

/** Local sessions: of 市委七届九次全会 七届九次. */
export function readSessions({ text }: TaggedLine): Sight[] {
  if (!/[届次]/.test(text)) return [];
  return [...text.matchAll(SESSION)].map(({ 0: written, index }) => sight('session', text, index, written));
}

/** Days, months and years in figures or in Chinese numerals; 今年 and 上半年 are none. */
export function readDateSights({ text }: TaggedLine): Sight[] {
  return /[年月日号.-]/.test(text)
    ? dates(text).map(({ start, end }) => sight('date', text, start, text.slice(start, end)))
    : [];
}

/** Numbers in figures that count or measure; years, days and numbers that are names are left out. */
export function readFigureSights({ text }: TaggedLine): Sight[] {
  if (!/\d/.test(text)) return [];
  const held = dates(text);
  let at = 0;
  return [...text.matchAll(NUMBER)].flatMap(({ 0: written, index }) => {
    while (at < held.length && held[at]!.end <= index) at++;
    const end = index + written.length;
    if (at < held.length && held[at]!.start <= index) return [];
    if (NO_FIGURE_BEFORE.test(text.slice(Math.max(0, index - 2), index))) return [];
    if (text[index - 1] === '第' && !RANK.test(text.slice(end))) return [];
    if (NO_FIGURE_AFTER.test(text.slice(end, end + 4)) || isListNumber(text, index, end)) return [];
    return [sight('figure', text, index, written)];
  });
}

function isListNumber(text: string, start: number, end: number): boolean {
  const alone = /^[\s（(]*$/.test(text.slice(0, start));
  return alone && /^(?:[.．、)）]|\s|$)/.test(text.slice(end));
}

function dates(text: string): readonly Span[] {
  return [...text.matchAll(DATE)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }));
}

function sight(kind: EntityKind, text: string, start: number, written: string): Sight {
  const end = start + written.length;
  return { kind, key: `${kind}|${written}`, name: text.slice(start, end), span: { start, end }, sure: true };
}
