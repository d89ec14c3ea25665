import type { Span } from '../../draft/span.ts';
import type { Paragraph } from '../../draft/types.ts';
import type { PhraseSection, SaidPhrase, SpokenPhrase } from './sections.ts';

/** A sentence made of set phrases, with nothing concrete left. Its span is in the source. */
export interface EmptySentence {
  readonly span: Span;
  readonly said: readonly SaidPhrase[];
}

/** What makes a sentence concrete: a figure, a date, a named document or thing, a place, a company. */
const CONCRETE =
  /[\dA-Za-zＸ×]|[《“]|[一二三四五六七八九十百千万两几多][个项条件家户人名年月日天周次亿元吨亩]|年底|月底|季度|上半年|下半年|今年|明年|本月|[\u4e00-\u9fff]{2}(?:[省市县区镇乡村]|街道|社区|园区|公司|集团|医院|学校|大学|局|厅|委员会)(?![（(、])/;
/** Groups of opening, chairing, pledging, greeting, and of working terms: they have their place and say nothing of a sentence. */
const CEREMONIAL = 'abmnoq';
const ENDS = '。！？';
/** Share of a sentence that may be left over once its phrases are taken out. */
const LEFT = 1 / 3;

/** The sentences of a section that have at least `least` set phrases and nothing concrete besides, in order. */
export function emptySentences(section: PhraseSection, least: number): readonly EmptySentence[] {
  return section.said.flatMap(({ paragraph, phrases }) =>
    phrases.length < least ? [] : emptyIn(paragraph, phrases, least),
  );
}

function emptyIn(
  paragraph: Paragraph,
  phrases: readonly SpokenPhrase[],
  least: number,
): readonly EmptySentence[] {
  const found: EmptySentence[] = [];
  const said = phrases.filter(({ hit }) => !CEREMONIAL.includes(hit.group));
  const { text } = paragraph;
  for (let i = 0; i + least <= said.length; ) {
    const { hit } = said[i]!;
    let start = hit.span.start;
    while (start > 0 && !ENDS.includes(text[start - 1]!)) start--;
    let end = hit.span.end;
    while (end < text.length && !ENDS.includes(text[end]!)) end++;
    let next = i;
    while (next < said.length && said[next]!.hit.span.start < end) next++;
    const inside = said.slice(i, next);
    if (inside.length >= least && isEmpty(text.slice(start, end), start, inside)) {
      const all = inside.map((one) => ({ ...one, paragraph }));
      found.push({ span: paragraph.toSource({ start, end }), said: all });
    }
    i = next;
  }
  return found;
}

function isEmpty(sentence: string, start: number, said: readonly SpokenPhrase[]): boolean {
  let left = '';
  let at = 0;
  for (const { hit } of said) {
    left += sentence.slice(at, Math.max(at, hit.span.start - start));
    at = hit.span.end - start;
  }
  left += sentence.slice(at);
  if (CONCRETE.test(left)) return false;
  return (
    left.replace(/[^\u4e00-\u9fff]/g, '').length <= sentence.replace(/[^\u4e00-\u9fff]/g, '').length * LEFT
  );
}
