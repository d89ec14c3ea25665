import { slice } from '../draft/span.ts';
import type { Mark } from '../draft/types.ts';
import { createAssembly } from './assemble.ts';
import { leftMarks, readRemarks } from './comments.ts';
import { createCounters } from './counters.ts';
import { DAMAGED, Unreadable, type WordFailure } from './failure.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import { withoutSpace } from './paragraph.ts';
import { readStory, type Story, type StoryAnchor } from './story.ts';
import { readStyles } from './styles.ts';
import type { WordDocument } from './types.ts';

/**
 * Reads a Word file (ECMA-376) as its reader sees it: changes accepted, numbers of lists counted, results of fields,
 * cells of tables a line each, text boxes behind their paragraphs, notes behind the text; without page headers and
 * footers, hidden text and comments. What cannot be read is a failure; nothing is thrown.
 */
export function readWord(bytes: Uint8Array): WordDocument | WordFailure {
  try {
    return read(openPackage(bytes));
  } catch (error) {
    if (error instanceof Unreadable) return { failure: error.message };
    throw error;
  }
}

function read(file: WordPackage): WordDocument {
  const part = (type: string): string | undefined => {
    const name = file.related.get(type);
    return name === undefined ? undefined : file.xml(name);
  };
  const xml = file.xml(file.main);
  if (xml === undefined) throw new Unreadable(DAMAGED);
  const styles = readStyles(part('styles'));
  const body = readStory(xml, styles);
  const assembly = createAssembly(styles, createCounters(readNumbering(part('numbering')), styles));
  assembly.add(file.main, body.paragraphs);
  for (const kind of ['footnote', 'endnote'] as const) {
    const notes = part(`${kind}s`);
    if (notes !== undefined)
      addNotes(kind, file.related.get(`${kind}s`)!, readStory(notes, styles), body.anchors);
  }
  const { text, pieces, starts, marks } = assembly.finish();
  const comments = part('comments');
  const remarks = comments === undefined ? new Map() : readRemarks(readStory(comments, styles));
  const left = leftMarks(body, remarks, text.length, assembly.locate);
  const all = [...marks, ...left].map((mark) => ({ ...mark, text: slice(text, mark.span) }));
  return { text, pieces, starts, marks: all.sort(byPlace), notices: notices(body), file };

  function addNotes(
    kind: 'footnote' | 'endnote',
    name: string,
    story: Story,
    anchors: readonly StoryAnchor[],
  ): void {
    const seen = new Set<string>();
    for (const { kind: of, id, paragraph } of anchors) {
      if (of !== kind || seen.has(id) || assembly.locate(paragraph, 0) === undefined) continue;
      seen.add(id);
      const own = story.paragraphs.filter(({ owner }) => owner === id);
      const label = `${kind === 'footnote' ? '注' : '尾注'}${seen.size}：`;
      if (own.some(({ text }) => text.trim() !== '')) assembly.add(name, own.map(withoutSpace), label);
    }
  }
}

function notices({ embeds }: Story): readonly string[] {
  return embeds ? ['文件里嵌入了另一份文档，没有读取，请另行核对'] : [];
}

function byPlace(a: Mark, b: Mark): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
