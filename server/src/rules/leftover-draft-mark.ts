import type { Mark } from '../draft/types.ts';
import { paragraphRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';

const ROUND = '第[一二三四五六七八九十\\d]+(?:次修改)?';
const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|\\d{1,2}[.．]\\d{1,2}';
const STAGE = '送审|征求意见|讨论|审议|草|初|修改|代拟|审定|定|二|三|四|五';

/** （送审稿）（6月3日稿）（会后收回） */
const MARK = new RegExp(
  `[（(](?:内部)?(?:${STAGE}|${ROUND}|${DAY})稿[^（）()]{0,8}[）)]|[（(]会后收回[）)]`,
  'g',
);

const AUTHOR = '[\\[［][^\\]］]{1,12}[\\]］]';
const NAMED = `(?: ?${AUTHOR}|[ 　]?[A-Za-z\\d]{1,6}|[ 　]?[\\u4e00-\\u9fff]{2,4}(?=[：:]))`;

/** 【批注[张三1]：此数待核】 [批注：…] [批注2] */
const BOXED_COMMENT = new RegExp(
  `[【\\[［（(]批注${NAMED}?(?:[：:][^【】\\[\\]（）()]{0,80}|(?<!批注))[】\\]］）)]`,
  'g',
);

/** What Word sets in the margin and copies along: 批注 [ZS2]: …  删除的内容: …  带格式的: … */
const MARGIN = new RegExp(
  `批注 ?${AUTHOR}[：:]|(?:^|(?<=[。！？；]))(?:(?:已?删除的内容|插入的内容|带格式的|设置了?格式)(?: ?${AUTHOR})?|(?:删除|插入|修订) ?${AUTHOR})[：:]`,
  'g',
);
/** A note in the margin is short; a longer paragraph has the draft's own words in it. */
const LONGEST_NOTE = 120;

export default paragraphRule({
  id: 'leftover-draft-mark',
  title: '稿次标记：（送审稿）、（征求意见稿）、（6月3日稿）',
  level: 'info',
  finalLevel: 'error',
  source: '惯例',
  check: ({ text }) => [...draftMarks(text), ...comments(text)],
  marks: ({ marks }) => marks.flatMap(leftInFile),
});

/** Comments and changes that a Word file still holds. */
function leftInFile({ kind, span, author = '', note = '', count = 1 }: Mark): readonly Report[] {
  if (kind === 'comment') {
    const said = note.length > 40 ? `${note.slice(0, 40)}…` : note;
    const more = count > 1 ? `（此处共${count}条）` : '';
    const message = `文件里留有${author}批注${said === '' ? '' : `“${said}”`}${more}，定稿前请办理并删去。`;
    return [{ messageId: 'word-comment', message, span }];
  }
  if (kind !== 'revision') return [];
  const message = `文件里还有${count}处修订没有接受或拒绝（已按接受后的文字核查），定稿前请处理。`;
  return [{ messageId: 'word-revision', message, span }];
}

function draftMarks(text: string): readonly Report[] {
  const isOutside = createOutsideTitles(text);
  return [...text.matchAll(MARK)]
    .filter(({ index }) => isOutside(index))
    .map(({ 0: mark, index }) => ({
      messageId: 'mark',
      message: `“${mark}”是稿次标记，定稿前请删去。`,
      ...place(index, mark, true),
    }));
}

/** Tells of places in ascending order whether they stand outside of 《》. */
function createOutsideTitles(text: string): (at: number) => boolean {
  let next = 0;
  let outside = true;
  return (at) => {
    for (; next < at; next++) {
      if (text[next] === '《') outside = false;
      else if (text[next] === '》') outside = true;
    }
    return outside;
  };
}

function comments(text: string): readonly Report[] {
  const boxed = [...text.matchAll(BOXED_COMMENT)].map(({ 0: note, index }) => comment(index, note, true));
  let box = 0;
  const isBoxed = (at: number): boolean => {
    while (box < boxed.length && boxed[box]!.span.end <= at) box++;
    return box < boxed.length && boxed[box]!.span.start <= at;
  };
  const margin = [...text.matchAll(MARGIN)]
    .filter(({ index }) => !isBoxed(index))
    .map(({ 0: head, index }) => {
      const isWhole = index === 0 && text.length <= LONGEST_NOTE;
      return comment(index, isWhole ? text : head, isWhole);
    });
  // A paragraph that is one note from end to end may speak of another.
  const sorted = [...boxed, ...margin].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return sorted.filter(({ span }) => {
    const isHeld = span.end <= end;
    end = Math.max(end, span.end);
    return !isHeld;
  });
}

function comment(index: number, note: string, deletable: boolean): Report {
  const shown = note.length > 24 ? `${note.slice(0, 24)}…` : note;
  return {
    messageId: 'comment',
    message: `“${shown}”像是 Word 批注或修订留下的文字，定稿前请处理并删去。`,
    ...place(index, note, deletable),
  };
}

function place(start: number, text: string, deletable: boolean): Pick<Report, 'span' | 'fixes'> {
  const span = { start, end: start + text.length };
  const title = text.length > 24 ? '删去批注' : `删去“${text}”`;
  return deletable
    ? { span, fixes: [{ title, safety: 'suggestion', edits: [{ span, newText: '' }] }] }
    : { span };
}
