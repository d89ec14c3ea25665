import type { Span } from '../../draft/span.ts';

/** A parallel frame with its blanks filled in: 抓服务、提效率. */
export interface FrameHit {
  /** The frame, with X and Y for what varies. */
  readonly phrase: string;
  readonly span: Span;
}

/** Frames with a word of their own; X and Y are short runs of Han characters (practice). */
const FRAMES: readonly string[] = `
以X促Y 以X带Y 以X引Y 以X换Y 以X补Y 以X保Y 以X求Y 以X聚Y 以X兴Y 以X治Y
X为要、Y为先 X为先、Y为要 X为本、Y为基 X为王、Y为要 既要X，也要Y 既要X，又要Y 不仅要X，更要Y 不但要X，还要Y
坚持X相结合 突出X，抓好Y 围绕X，聚焦Y 在X上下功夫 在X上求突破 在X上作表率 在X上见成效 在X上持续发力
宁可X也不Y 变X为Y 从X入手，从Y着眼 把X作为Y 把X摆在Y位置 把X放在Y位置 把X抓在手上 把X扛在肩上
X是关键、Y是保障 没有X就没有Y 向X要Y 让X成为Y 用X换Y 一手抓X，一手抓Y
X先行、Y跟进 对内X，对外Y 上接X，下接Y 打好X组合拳 唱响X主旋律 下好X先手棋 绘就X同心圆 筑牢X防火墙
织密X安全网 织密X保障网 按下X快进键 跑出X加速度 激活X一池春水 答好X必答题 打通X最后一公里
X到位、Y到位 X一批、Y一批 X一个、Y一个 最X的Y、最X的Y 成熟X、推进Y 抓X就是抓Y
`
  .trim()
  .split(/\s+/);

/** Verbs that open the members of a row such as 扬优势、补短板. */
const VERBS =
  '抓促强补扬破优提稳保防转调惠增扩固拓育引招建兜守降去办讲出务用见打管添帮堵严谋干想会敢善能勤解求亮比';
/** Function words that members of a row share. */
const SHARED = '同应最及时真再不有早快多少件事一从想会干敢更';
const HAN = /^[\u4e00-\u9fff]+$/;

/** Makes a reader of frames; its patterns are made once. */
export function createFrameReader(): (text: string) => readonly FrameHit[] {
  const patterns = FRAMES.map((frame) => ({ frame, pattern: patternOf(frame) }));
  return (text) => {
    const found: FrameHit[] = rowsOf(text);
    for (const { frame, pattern } of patterns) {
      for (const { 0: whole, index } of text.matchAll(pattern))
        found.push({ phrase: frame, span: { start: index, end: index + whole.length } });
    }
    return found
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
      .filter(
        (hit, i, all) => i === 0 || hit.span.start >= Math.max(...all.slice(0, i).map((h) => h.span.end)),
      );
  };
}

/** A frame as a pattern between marks; members of a row may be parted by 、 or ，. */
function patternOf(frame: string): RegExp {
  const body = frame.replace(/[XY]/g, '[“”\\u4e00-\\u9fff]{1,12}?').replace(/[、，]/g, '[、，]');
  return new RegExp(`(?<=^|[，、；。：！“要须将])${body}(?=[，、；。！”]|$)`, 'g');
}

/** Rows of short members of one length between 、 that are built alike. */
function rowsOf(text: string): FrameHit[] {
  const found: FrameHit[] = [];
  for (const { 0: clause, index } of text.matchAll(/[^，；。：！？\n“”]+/g)) {
    if (!clause.includes('、')) continue;
    const members = clause.split('、');
    let at = index;
    for (let i = 0; i < members.length; ) {
      const size = alike(members, i);
      const length = members.slice(i, i + size).join('、').length;
      if (size > 1) found.push({ phrase: '并列短语', span: { start: at, end: at + length } });
      at += length + 1;
      i += size;
    }
  }
  return found;
}

/** How many members from the one at `from` on are built like it; 1 where the next is not. */
function alike(members: readonly string[], from: number): number {
  const first = members[from]!;
  const { length } = first;
  if (length < 3 || length > 7 || !HAN.test(first)) return 1;
  let end = from + 1;
  while (end < members.length && members[end]!.length === length && HAN.test(members[end]!)) end++;
  const row = members.slice(from, end);
  const shares = [...first].some(
    (unit, at) => SHARED.includes(unit) && row.every((member) => member[at] === unit),
  );
  const acts = length === 3 && row.every((member) => VERBS.includes(member[0]!));
  return row.length > 1 && (shares || acts) ? row.length : 1;
}
