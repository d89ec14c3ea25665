import type { Span } from '../../draft/span.ts';
import { DOUBLE_SURNAMES, POSTS, PUBLIC_FIGURES, SURNAMES } from '../../lexicon/person-words.ts';
import type { Sight, TaggedLine } from './types.ts';

const HAN = '[\\u4e00-\\u9fff]';
const SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES}])`;
/** A name of two characters may be set apart: 王　明. */
const NAME = `${SURNAME}(?:${HAN}{2}|[ 　]{0,2}${HAN})`;
/** Behind a whole name stands no further character of it. */
const BEHIND =
  '(?=$|[、，,。；：！？（）()”》\\s]|(?:同志|先生|女士|等|和|与|及|以及|在|到|对|为|主持|出席|参加|列席|讲话|作|说|表示|强调|指出|宣布|带领|率|介绍|通报|传达|发言|汇报|讲|谈|提|同|跟|也|都|已|还|来|去|就|又|是|亲自|代表|受|因|从|向|给|把|被|将|曾|刚|正|再|逐|当选|当场|当天|陪|调研|检查|考察|看望|走访|慰问|参会|到会|致|答|问|听|分别|带队|牵头|任|担任|负责|要))';

const BEFORE_POST = new RegExp(
  `(${SURNAME}${HAN}{0,2})(?<![副党总原前市县省区])(?=(?:${POSTS})(?![们际]))`,
  'g',
);
const AFTER_POST = new RegExp(`(?<=${POSTS}|代表|委员)([ 　]{0,2})(${NAME})${BEHIND}`, 'g');
const LISTED = new RegExp(
  `(?:${NAME}、){1,30}${NAME}(?=等?(?:${HAN}{0,4}(?:${POSTS})|(?:[一二三四五六七八九十]位)?领导|[一二三四五六七八九十\\d]{1,3}(?:位|名)?同志))`,
  'g',
);
/** What leads to a name; the words may be cut otherwise there: 我|同贺|某某. */
const BEFORE = /^$|[，。；：、！？“（\s同和与向请由对让给照听替跟为]/;
const POST = new RegExp(`^(?:${POSTS})`);

/** Given names do not begin or end so; 高级、安全、马上 are no names. */
const NO_NAME =
  /^(?:高[级层校质水端标新中]|安全|马上|方[案面]|万[人众]|全[体市县省国区]|明[年确]|时任|文[化明旅史]|应[急对]|关[于键心]|包[括村]|连[续任]|常[务委态年]|于[今本此是]|白[天色]|向[前上下全广着]|成[立为员都功]|党[委组内政校的员]|江[大河西南北苏山]|项目|游客|商[业务会]|路长|华[夏人]|任[职用何]|解[放决]|管[理委]|边境|卫[生健]|师[生德]|古[代城]|阳光|司[法机]|农[村业民]|师资|单[位独]|申报|温[暖馨]|金[融属]|夏[季粮收播令日]|石化|国[务家]|康养|龙头|史志|林[长业草]|田[长间]|河[长湖]|湖长|武[装警]|车[间站辆]|季度|宁可|甘于|盛会|应当|尤其|简[单称]|左右|左侧|米[的]|游[园]|冷[链静]|宗[教旨]|连心|欧盟|欧洲|时[间期代任]|荣[获誉]|查[处]|明[显]|房[屋产]|施[工策]|段[落]|席|符合|屈[指]|齐[心抓]|庄[严重]|尚[未]|纪[委检律]|景[区])|[的了在和与为是有把被从向等们及或同]/;

/** People with their posts: 王某某同志, 市长王某某, 张书记; also those listed with them. */
export function readPeople(line: TaggedLine): Sight[] {
  const { text } = line;
  const found: Sight[] = [];
  const add = (start: number, end: number): void => {
    const written = text.slice(start, end);
    const name = written.replace(/[ 　]/g, '');
    if (NO_NAME.test(name) || PUBLIC_FIGURES.some((one) => one === name || name.startsWith(one))) return;
    found.push({ kind: 'person', key: `person|${name}`, name, span: { start, end }, sure: true });
  };
  for (const { 1: name = '', index } of text.matchAll(BEFORE_POST)) {
    const span = ofPost(line, index, name);
    if (span) add(span.start, span.end);
  }
  for (const { 0: whole, 1: gap = '', index } of text.matchAll(AFTER_POST)) {
    const start = index + gap.length;
    const end = index + whole.length;
    if (isWhole(line, start, end) || isGuessed(line, start, end)) add(start, end);
  }
  for (const { 0: list, index } of text.matchAll(LISTED)) {
    let at = index;
    for (const name of list.split('、')) {
      const told = at > index || BEFORE.test(text.slice(0, at).slice(-1));
      if (told || line.isBoundary(at)) add(at, at + name.length);
      at += name.length + 1;
    }
  }
  return found;
}

/** The name before a post, where words agree that one begins there: 张书记 but not 各乡镇党委书记. */
function ofPost(line: TaggedLine, start: number, name: string): Span | undefined {
  const end = start + name.length;
  if (!POST.test(line.text.slice(end))) return undefined;
  const told = name.length > 1 && BEFORE.test(line.text.slice(0, start).slice(-1));
  if (told) return { start, end };
  if (!isWhole(line, start, end) && !(name.length === 3 && isGuessed(line, start, end))) return undefined;
  if (name.length === 1 && /任/.test(name)) return undefined;
  if (name.length > 1 && line.wordAt(start).end > end) return undefined;
  const tag = line.tagAt(start);
  const whole = line.wordAt(start);
  if (name.length > 1 && whole.start === start && whole.end === end && !/^n[rz]|^x$/.test(tag))
    return undefined;
  return { start, end };
}

/** No word crosses either end. */
function isWhole(line: TaggedLine, start: number, end: number): boolean {
  return line.isBoundary(start) && (line.isBoundary(end) || line.wordAt(start).start === start);
}

/** A word that nobody knows takes the end of the post with it: 董事|长常|东升. */
function isGuessed(line: TaggedLine, start: number, end: number): boolean {
  return line.isBoundary(end) && /^(?:x|nr|n)$/.test(line.tagAt(start));
}
