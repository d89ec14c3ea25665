import { hashPrefix } from '../../draft/markers.ts';
import type { Span } from '../../draft/span.ts';
import { isTitleLine } from '../../draft/speeches.ts';
import type { Paragraph } from '../../draft/types.ts';
import type { Part, PartName } from './types.ts';

const YEAR = '(?:\\d{4}|20[\\dxX×＊*○]{2}|[一二][○〇零0-9xX×＊*一二三四五六七八九]{3})';
const DAY = `${YEAR}[ ]?年[ ]?.{1,3}[ ]?月(?:[ ]?.{1,3}[ ]?日)?`;
const DATE_LINE = new RegExp(`^[（(]?[ 　]*(${DAY})[ 　]*[）)]?$`);
const DATE_LEAD = new RegExp(`^[—\\-–─]*(${DAY})`);
const MARK_LINE = /^(?:[（(][^（）()]{0,14}(?:稿|提[ 　]*纲|议程)[）)]|[（(]会后收回[）)])$/;
const SOURCE_LINE = /^(?:来源|稿源|作者|编辑|发布)[ 　]?[：:]/;
const DASH_LEAD = /^(?:——|—|--|──|－－)/;

const POST =
  '(?:书记|主席|主任|委员|总理|经理|专员|政委|司令员?|教授|代表|负责人|同志|[省市县区州盟旗镇乡村院校部厅局处科署行社团营连班会组站队所检察事]长|总裁|秘书长)';
const MASKED = '[XxＸｘ×＊*○〇□某]{1,4}';
const NAME = `(?:[\\u4e00-\\u9fff](?:[ 　]?[\\u4e00-\\u9fff]){1,3}|[\\u4e00-\\u9fff]{1,8}(?:·[\\u4e00-\\u9fff]{1,8}){1,4}|${MASKED})`;
/** 职务 and name, spaced, or stuck where the name is masked. */
const SPEAKER = new RegExp(`^[^，。；：]{0,30}${POST}(?:[ 　]{1,9}${NAME}|${MASKED})$`);
/** The speaker inside a line of the occasion: behind it, or between the date and it. */
const SPEAKER_TAIL = new RegExp(`(?:会议?上?|大会)([^，。；：上]{0,20}${POST}[ 　]{1,9}${NAME})$`);
const SPEAKER_REPORTING = new RegExp(
  `(?:会议?上?|大会)([^，。；：上]{0,20}${POST}[ 　]{0,9}${NAME})(?:同志)?作[^，。]{0,8}报告$`,
);
const SPEAKER_INSIDE = new RegExp(`日([^，。；：]{0,20}?${POST}[ 　]{1,9}${NAME})(?:同志)?在.`);
const NAME_LINE = new RegExp(`^${NAME}$`);
const LONGEST_TITLE = 200;
const NO_NAME = /讲话|致辞|致词|报告|发言|主持|述职|党课|提纲|总结|贺词|汇报/;

/** Whether a line may stand above the salutation. */
export function isFront({ text, role }: Paragraph): boolean {
  return role === 'title' || role === 'byline' || (text.length <= 60 && !/[。！？；]$/.test(text));
}

/** A line that says no more than a date: `（2026年4月9日）`. */
export function isDateLine(text: string): boolean {
  return DATE_LINE.test(text);
}

/** A line that says no more than a name, with or without its 职务. */
export function isSpeakerLine(text: string): boolean {
  return SPEAKER.test(text) || (NAME_LINE.test(text) && !NO_NAME.test(text));
}

/**
 * Title, subtitle, speaker and date among the lines above the salutation (practice: 标题、——在…上的讲话、职务 姓名、日期).
 * A title over several lines is one part; marks such as （送审稿） and source lines belong to none.
 */
export function readFront(lines: readonly Paragraph[]): Part[] {
  const parts: Part[] = [];
  const seen = new Set<PartName>();
  const add = (name: PartName, line: Paragraph, start = hashPrefix(line.text), end = line.text.length) => {
    const span = line.toSource({ start, end });
    const text = line.text.slice(start, end);
    const last = parts[parts.length - 1];
    if (name === 'title' && last?.name === 'title')
      parts[parts.length - 1] = { name, span: join(last.span, span), text: last.text + text };
    else parts.push({ name, span, text });
    seen.add(name);
  };
  const has = (name: PartName): boolean => seen.has(name);
  // A name alone looks like the second half of a title until the title has come to its end.
  const isNamed = (): boolean =>
    parts.some(
      ({ name, text }) =>
        (name === 'title' || name === 'subtitle') && text.length <= LONGEST_TITLE && isTitleLine(text),
    );
  for (const line of lines) {
    const words = line.text.slice(hashPrefix(line.text));
    const at = line.text.length - words.length;
    if (MARK_LINE.test(words) || SOURCE_LINE.test(words)) continue;
    const date = DATE_LINE.exec(words);
    if (date) {
      const start = at + words.indexOf(date[1]!);
      add('date', line, start, start + date[1]!.length);
      continue;
    }
    const occasion = DASH_LEAD.test(words) || (DATE_LEAD.test(words) && /会议?上/.test(words));
    if (has('title') && !occasion && (SPEAKER.test(words) || (isSpeakerLine(words) && isNamed()))) {
      add('speaker', line);
      continue;
    }
    add(has('title') && occasion ? 'subtitle' : has('subtitle') ? 'subtitle' : 'title', line);
    if (!occasion) continue;
    const day = DATE_LEAD.exec(words);
    if (day) {
      const start = at + words.indexOf(day[1]!);
      add('date', line, start, start + day[1]!.length);
    }
    const speaker = [SPEAKER_TAIL, SPEAKER_REPORTING, SPEAKER_INSIDE]
      .map((form) => form.exec(words)?.[1])
      .find((match) => match !== undefined);
    const found = speaker ? line.text.lastIndexOf(speaker) : -1;
    if (speaker) add('speaker', line, found, found + speaker.length);
  }
  return parts;
}

function join(a: Span, b: Span): Span {
  return { start: a.start, end: b.end };
}
