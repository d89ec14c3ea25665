import { Type } from 'typebox';
import { overlaps, type Span } from '../draft/span.ts';
import type { Paragraph } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Edit, Report } from '../engine/types.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import { inOneReport, paragraphsOnce, paragraphsSaying, type ReadParagraph } from './shared/whole-draft.ts';

/** From so many places on, spaces are what copying or scanning left behind in the whole draft. */
const MANY = 10;
/** Spaces beside figures are reported where places without are more; where there are few, so many times more. */
const FEW = { places: 3, times: 10 };

const options = Type.Object(
  {
    figures: Type.Boolean({
      default: true,
      description: '全稿多数数字、字母两侧不空格时，是否提示少数空了格的',
    }),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'stray-space',
  title: '句中多余的空格：改扩建 任务',
  level: 'info',
  source: '惯例',
  options,
  check: (speech, { figures }, { facts, draft }) => {
    const paragraphs = paragraphsSaying(draft, speech, facts, spacesIn).filter(isText);
    const stray = paragraphs.flatMap((read) => strayOf(read).map((span) => single(read, span)));
    const report = stray.length >= MANY ? [whole(stray)] : stray;
    const all = () => paragraphsOnce(draft, speech, facts).filter(isText);
    return figures ? [...report, ...besideFigures(paragraphs, all)] : report;
  },
});

function spacesIn({ punctuation: { spaces } }: ParagraphFacts) {
  return spaces.stray.length + spaces.besideFigures.length > 0 ? spaces : undefined;
}

function isText({ paragraph: { role } }: ReadParagraph): boolean {
  return role === 'body' || role === 'heading';
}

function strayOf({ facts, paragraph }: ReadParagraph): readonly Span[] {
  const { stray } = facts.punctuation.spaces;
  return stray.length === 0
    ? stray
    : stray.filter(
        (span) =>
          besideItsNeighbours(paragraph, span) &&
          !facts.placeholders.some((placeholder) => overlaps(placeholder.span, span)),
      );
}

/** Nothing was skipped beside it, such as code in Markdown, from which it is a proper distance. */
function besideItsNeighbours({ text, toSource }: Paragraph, { start, end }: Span): boolean {
  const around = { start: Math.max(0, start - 1), end: Math.min(text.length, end + 1) };
  const source = toSource(around);
  return source.end - source.start === around.end - around.start;
}

function single(read: ReadParagraph, span: Span): Report {
  const { text } = read.facts;
  const around = text.slice(Math.max(0, span.start - 4), span.end + 4);
  return {
    messageId: 'stray',
    message: `“${around}”中间多了空格，请删去；如是两句之间，请改用标点。`,
    span: read.paragraph.toSource(span),
    fixes: [{ title: '删去空格', safety: 'suggestion', edits: deletions(read, span) }],
  };
}

/** Each space by itself: what was skipped between two of them in the source stays. */
function deletions({ paragraph }: ReadParagraph, { start, end }: Span): Edit[] {
  return Array.from({ length: end - start }, (_, i) => ({
    span: paragraph.toSource({ start: start + i, end: start + i + 1 }),
    newText: '',
  }));
}

function whole(places: readonly Report[]): Report {
  return inOneReport(places, {
    messageId: 'whole-draft',
    message: `全稿有${places.length}处句中空格，像是识别或复制带来的。可一次删去，改后请通看。`,
    related: '这里也有空格',
    fix: '删去全稿句中空格',
  });
}

/** One report for the draft where its own habit is to write figures and letters without spaces. */
function besideFigures(paragraphs: readonly ReadParagraph[], all: () => readonly ReadParagraph[]): Report[] {
  const places = paragraphs.flatMap((read) =>
    read.facts.punctuation.spaces.besideFigures.map((span) => ({
      span: read.paragraph.toSource(span),
      fixes: [{ title: '', safety: 'suggestion' as const, edits: deletions(read, span) }],
    })),
  );
  if (places.length === 0) return [];
  let wanted = places.length * (places.length < FEW.places ? FEW.times : 1);
  const isException = all().some(({ facts }) => {
    wanted -= facts.punctuation.tight;
    return wanted < 0;
  });
  if (!isException) return [];
  return [
    inOneReport(places, {
      messageId: 'figures',
      message: `全稿数字、字母与汉字之间多数不空格，有${places.length}处空了格。请统一。`,
      related: '这里也空了格',
      fix: '删去数字、字母两侧的空格',
    }),
  ];
}
