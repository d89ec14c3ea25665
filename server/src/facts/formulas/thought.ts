import { editDistance } from '../../words/distance.ts';
import type { Alteration } from './types.ts';

const FORMULA = '习近平新时代中国特色社会主义思想';
const STEM = '习近平新时代中国特色社会主义';
const REACH = 24;
/** So many characters may differ; more is another wording. */
const MOST = 3;
const STOP = /[，。；：！？、“”《》（）\s]/;
/** What follows the name where its last word was lost; and where that word is there, but spoilt. */
const LOST = /^(?:$|[为和是]|武装|统领|指引)/;
const SPOILT = /^(?:思|.?想)/;
/** The family name or a character of the given name is gone. */
const CUT_NAME = /(?<!习)近平新时代中国特色社会主义思想|(?:习近|习平)新时代中国特色社会主义思想/g;

/**
 * The name of the guiding thought with characters lost, doubled or changed (party constitution, 2017). The thought of a
 * field (…经济思想) and the short form without the name are names of their own.
 */
export function readThought(text: string): Alteration[] {
  const found: Alteration[] = [];
  for (let at = text.indexOf('习近平'); at >= 0; at = text.indexOf('习近平', at + 1)) {
    if (text.startsWith(FORMULA, at)) continue;
    const written = stretch(text, at);
    if (written.startsWith(STEM)) {
      const rest = written.slice(STEM.length);
      if (LOST.test(rest)) found.push(alteration(text, at, STEM.length));
      else if (SPOILT.test(rest)) found.push(spoilt(at));
      continue;
    }
    const end = written.indexOf('思想');
    if (end < 0 || /[关于论]/.test(written.slice(3, end))) continue;
    const length = end + 2;
    if (editDistance(written.slice(0, length), FORMULA) <= MOST) found.push(alteration(text, at, length));
  }
  if (text.includes('新时代中国特色社会主义思想')) {
    for (const { index, 0: name } of text.matchAll(CUT_NAME))
      found.push(alteration(text, index, name.length));
  }
  for (let at = text.indexOf('新时代习近平'); at >= 0; at = text.indexOf('新时代习近平', at + 1)) {
    const swapped = /^新时代习近平(?:同志|总书记)?中国特色社会主义思想/.exec(text.slice(at, at + REACH));
    if (swapped) found.push(alteration(text, at, swapped[0].length));
  }
  return found;
}

function alteration(text: string, at: number, length: number): Alteration {
  const span = { start: at, end: at + length };
  return { span, text: text.slice(at, at + length), right: FORMULA, from: '2017-11' };
}

/** Which characters of the last word are wrong is for the writer to see. */
function spoilt(at: number): Alteration {
  const span = { start: at, end: at + STEM.length };
  return { span, text: `${STEM}……`, advice: `应为“${FORMULA}”`, from: '2017-11' };
}

/** What follows up to the next mark. */
function stretch(text: string, at: number): string {
  const ahead = text.slice(at, at + REACH);
  const stop = ahead.search(STOP);
  return stop < 0 ? ahead : ahead.slice(0, stop);
}
