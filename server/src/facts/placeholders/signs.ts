import { MASK } from './alphabet.ts';

/** Stands where a sign was that masks nothing; no form knows it. */
const NOTHING = '\uE000';
const nothing = (match: string): string => NOTHING.repeat(match.length);

const ZERO_IN_NUMERAL =
  /[〇零一二三四五六七八九][○◯]+(?!○|[市县区镇乡村])|(?<![○◯])[○◯]+(?=[〇零一二三四五六七八九](?![是要届家]))/g;
const LEGEND =
  /(?<=[带标加打有画“]|标注|标有)[*＊×○△▲□■●](?=[的号者项，、”])|[*＊](?=号[项为的标单指])|[*＊×○△▲□■●](?=表示|代表|指的?是|注[：:])|(?<=[（(])[*＊×○△▲□■●](?=[）)])/g;
const FOOTNOTE = /(?:^|(?<=[：:；。，\s]))[*＊](?=为.{0,12}(?:指标|项目?|数据?|口径|必填|值|增)[。；，）]?)/g;
/** A star behind what is counted refers to a note. */
const FOOTNOTE_MARK =
  /(?<=总值|总额|零售额|增加值|收入|支出|投资|产值|产量|面积|余额|比重|总量|人口|指标|任务|项目)[*＊](?=[、，。；）)]|等|$)/g;
const FULL_WIDTH = /[０-９]/g;
const halfWidth = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
const ZEROS_FOR_NAME = /(?<![〇零一二三四五六七八九十])〇{2,}(?=[省市县区镇乡村局])/g;
const BULLET =
  /^[*＊□■○△▲●](?:[ 　\t]+(?![省市县区镇乡村州](?![场域间级委值县乡镇村]))|(?=[\u4e00-\u9fff]{2}(?![\s\S]*[*＊□■○△▲●][省市县区镇乡村月年个家%])[\u4e00-\u9fff]{2}[^。]{0,30}$))/;
const BOX =
  /(?<=^|[ 　：:（(）)])[□■○](?![省市县区镇乡村年月日])(?=[ 　]?[\u4e00-\u9fff]{1,8}[ 　]{0,20}[□■○）)])|(?<=[\u4e00-\u9fff][ 　]{0,20})[□■](?=[ 　]?[\u4e00-\u9fff]{1,8}(?:[ 　）)]|$))/g;

/** Words that begin what a mask stands for, not what an emphasis holds. */
const MASKED_NOUN =
  /^(?:[省市县区镇乡村州局厅](?![场域域间级值])|书记|同志|月|年|日|[%％.．]|[万亿]|个(?!人|体)|家(?!庭|园)|名(?!称|单)|户(?!籍)|项(?!目))/;

/**
 * A copy of equal length in which signs are blotted out that stand beside masks in drafts and mask nothing:
 * Markdown emphasis, bullets, boxes to tick, legends, the ○ of 二○二五. Digits are half-width in it, and the numeral
 * zero that stands for a name is a circle.
 */
export function withoutOrnaments(text: string): string {
  let out = text.replace(FULL_WIDTH, halfWidth).replace(ZEROS_FOR_NAME, (match) => '○'.repeat(match.length));
  if (/[○◯]/.test(out)) out = out.replace(ZERO_IN_NUMERAL, (match) => match.replaceAll(/[○◯]/g, '〇'));
  if (out.includes('*')) out = withoutEmphasis(out);
  return out
    .replace(BULLET, (m) => NOTHING + m.slice(1))
    .replace(BOX, nothing)
    .replace(LEGEND, nothing)
    .replace(FOOTNOTE, nothing)
    .replace(FOOTNOTE_MARK, nothing);
}

/** Blots out pairs of one, two or three stars that hold words: `**一是**加强`. */
function withoutEmphasis(text: string): string {
  const runs = [...text.matchAll(/\*+/g)];
  let out = '';
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i++) {
    const [open, close] = [runs[i]!, runs[i + 1]!];
    if (open[0].length !== close[0].length || open[0].length > 3) continue;
    const start = open.index + open[0].length;
    if (!isEmphasis(text, open.index, start, close.index, close.index + close[0].length)) continue;
    out += text.slice(at, open.index) + nothing(open[0]) + text.slice(start, close.index) + nothing(close[0]);
    at = close.index + close[0].length;
    i++;
  }
  return out + text.slice(at);
}

function isEmphasis(text: string, open: number, start: number, end: number, close: number): boolean {
  const inside = text.slice(start, end);
  const before = text[open - 1] ?? '';
  const after = text.slice(close, close + 4);
  if (
    inside.length < 2 ||
    /^[\s，。、；：]|\s$/.test(inside) ||
    MASKED_NOUN.test(inside) ||
    MASKED_NOUN.test(after)
  )
    return false;
  const closed = !/^[\u4e00-\u9fff]/.test(after);
  const opened = !/[\u4e00-\u9fff]/.test(before);
  if (start - open === 1) {
    if (opened && !closed)
      return (
        /^[\u4e00-\u9fff]{2,6}$/.test(inside) &&
        !/[在到对赴从由向与和给为的是]$/.test(inside) &&
        /^[是要为]/.test(after)
      );
    return opened && closed && !/[，、]$/.test(inside) && before !== '、';
  }
  if (text.startsWith(inside.slice(0, 2), close)) return false;
  if (opened || closed) return opened || !/[，、]$/.test(inside);
  return !/[，。；、]/.test(inside) && !/[在到对赴从由向与和给为、]$/.test(before);
}

/** Whether a text holds a mask at all. */
export const HAS_MASK = new RegExp(`${MASK}|某某|〇〇`);
