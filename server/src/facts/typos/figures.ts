import type { Typo } from './types.ts';

/** A letter that a scan puts where a digit stood. */
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
};
/** Units that no code or name stands before. */
const RATE = '[%％‰亿万]|个百分点';
/** Units after which a letter beside digits is a digit as well. */
const COUNT =
  '[%％‰亿万元户家个名项件套台辆亩吨岁天所座条次场期届位人]|公里|平方|千瓦|多[人家个户名项万亿]|余[人家个户名项万亿]';

/** Forms of a damaged figure, each a whole token between characters that are neither Latin nor digits. */
const FORMS: readonly string[] = [
  // IO% lOO亿: 1 and noughts.
  `[Il][Oo]+(?=${RATE})`,
  // S0亿 B.5%: digits with letters like them, before a unit that only a figure has.
  `(?=[A-Za-z.]*\\d)(?=[\\d.]*[A-Za-z])[\\dOoIlSBZz]+(?:\\.[\\dOoIlSBZz]+)?(?=${RATE})`,
  // 1O家 3l.5公里: a digit first.
  `\\d[\\dOoIl]*(?:\\.[\\dOoIl]+)?(?=${COUNT})`,
  // o.5 l.25: the letter alone before a point.
  `[OoIl]\\.\\d+`,
  // l00多家
  `l\\d{2,}(?=[\\u4e00-\\u9fff])`,
  // l2月 1O月
  `[Il][0-2](?=月)|1[Oo](?=月)|[123][Oo](?=日)`,
];
const FIGURE = new RegExp(`(?<![A-Za-z\\d.．-])(?:${FORMS.join('|')})(?![A-Za-z\\d.])`, 'g');
/** PM2.5 and PM10 with letters for digits. */
const PARTICLES = /(?<![A-Za-z])PM(?:[2Zz][.。，,．][5Ss]|[1Il][0Oo])(?![A-Za-z\d])/g;
const LETTER = /[A-Za-z]/;
const SUSPECT = /[OoIlSBZz][\dOo.%％‰亿万个]|\d[OoIl]|\.[OoIlSZs]|PM[2Zz1Il]/;
/** O2O, O3 and the like are names. */
const NAME = /^(?:O2O|o2o|[A-Za-z]\d)$/;

/** Figures in which a scan took digits for letters, where nothing else can be meant (IO% S0亿 o.5 PMz.s), in order. */
export function readFigureTypos(text: string): Typo[] {
  if (!LETTER.test(text) || !SUSPECT.test(text)) return [];
  const found: Typo[] = [];
  const add = (start: number, written: string, right: string): void => {
    if (written === right) return;
    found.push({ kind: 'figure', span: { start, end: start + written.length }, text: written, right });
  };
  for (const { 0: written, index } of text.matchAll(PARTICLES))
    add(index, written, /[.。，,．]/.test(written) ? 'PM2.5' : 'PM10');
  for (const { 0: written, index } of text.matchAll(FIGURE)) {
    const after = text[index + written.length] ?? '';
    if (!LETTER.test(written) || (NAME.test(written) && !/[%％亿月日]/.test(after))) continue;
    add(
      index,
      written,
      written.replace(/[A-Za-z]/g, (letter) => DIGITS[letter] ?? letter),
    );
  }
  return found;
}
