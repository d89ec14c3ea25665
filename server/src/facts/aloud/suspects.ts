/** What may be unreadable in a text, as bits: each form of `unreadable.ts` names what it cannot do without. */
export const SUSPECT = {
  dash: 1,
  times: 2,
  sign: 4,
  plus: 8,
  number: 16,
  arrow: 32,
  slash: 64,
  unit: 128,
} as const;

const DASHES = '-－−–—~～';
const TIMES = '×xX*＊';
const SIGNS = '≥≧≤≦>＞<＜±≈';
const ARROWS = '→↑↓⇒';
const ANY = /[-－−–—~～×xX*＊≥≧≤≦>＞<＜±≈→↑↓⇒/／+＋№A-Za-zμ㎎-㏎°]/;

/** One look at each character that is no Chinese one; most paragraphs hold none of the signs at all. */
export function suspectsIn(text: string): number {
  if (!ANY.test(text)) return 0;
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39)) continue;
    if (code === 0xff0c || code === 0x3002 || code === 0x3001) continue;
    found |= suspectAt(text, at);
  }
  return found;
}

function suspectAt(text: string, at: number): number {
  const sign = text[at]!;
  const afterFigure = isFigure(text.charCodeAt(at - 1));
  const beforeFigure = isFigure(text.charCodeAt(at + 1));
  if (DASHES.includes(sign)) return beforeFigure ? SUSPECT.dash : 0;
  if (SIGNS.includes(sign)) return SUSPECT.sign;
  if (ARROWS.includes(sign)) return SUSPECT.arrow;
  if (sign === '/' || sign === '／') return SUSPECT.slash;
  if (sign === '+' || sign === '＋') return afterFigure ? SUSPECT.plus : 0;
  if (sign === '№') return SUSPECT.number;
  if (sign === '.' || sign === '．') return /[oO]/.test(text[at - 1] ?? '') ? SUSPECT.number : 0;
  const times = afterFigure && beforeFigure && TIMES.includes(sign) ? SUSPECT.times : 0;
  return times | (/[A-Za-zμ㎎-㏎°]/.test(sign) ? SUSPECT.unit : 0);
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
