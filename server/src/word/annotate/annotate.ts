import type { Span } from '../../draft/span.ts';
import { Unreadable, type WordFailure } from '../failure.ts';
import type { WordDocument, WordPiece } from '../types.ts';
import { walkXml } from '../xml.ts';
import { unpack } from '../zip.ts';
import { rewriteZip } from '../zip-write.ts';
import { type Anchor, createAnchors } from './anchor.ts';
import { readBody } from './body.ts';
import { type Change, changesOf } from './changes.ts';
import { type Comment, withComments } from './comments-part.ts';
import { createPlacing } from './place.ts';
import { type Spliced, splice } from './splice.ts';
import { type Tags, words } from './tags.ts';
import type { Annotated, Remark, Signature } from './types.ts';
import { type Mark, weave } from './weave.ts';

/** Word opens no file with more ([MS-OI29500] 2.1.315). */
const MOST_COMMENTS = 32_767;

/**
 * The bytes of a Word file with remarks as comments and, where they have edits, as tracked changes too. `bytes` is what
 * `document` was read from. All parts stay as they are packed but the main one, to which things are only added,
 * the comments and, where there were none, the lists of the package. Nothing is thrown.
 */
export function annotateWord(
  bytes: Uint8Array,
  document: WordDocument,
  remarks: readonly Remark[],
  signature: Signature,
): Annotated | WordFailure {
  try {
    const { file } = document;
    const marked = annotateBody(document, remarks, signature);
    const { comments, changes } = marked;
    const parts = new Map<string, string>();
    if (comments.length > 0 || changes > 0) parts.set(file.main, marked.main.text);
    if (comments.length > 0) {
      for (const [name, xml] of withComments(file, comments, signature, marked.tags)) parts.set(name, xml);
    }
    const packed = [...parts].map(([name, xml]) => {
      const entry = file.entries.get(name);
      return [name, encodeXml(xml, entry && unpack(entry))] as const;
    });
    return { bytes: rewriteZip(bytes, new Map(packed)), comments: comments.length, changes };
  } catch (error) {
    if (error instanceof Unreadable) return { failure: error.message };
    throw error;
  }
}

/** The main part with remarks in it. */
export interface AnnotatedBody {
  readonly main: Spliced;
  readonly comments: readonly Comment[];
  readonly changes: number;
  readonly tags: Tags;
}

/** Puts remarks into the XML of the main part. @throws Unreadable */
export function annotateBody(
  document: WordDocument,
  remarks: readonly Remark[],
  signature: Signature,
): AnnotatedBody {
  const { file, text } = document;
  const xml = file.xml(file.main)!;
  const body = readBody(xml);
  const placing = createPlacing(document, body, xml);
  const anchorOf = createAnchors(document, body, placing, createNotes(document));
  const { tags } = body;
  const known = commentIds(document);
  const newId = createIds([...body.ids, ...known]);
  const comments: Comment[] = [];
  const marks: Mark[] = [];
  for (const { span, lines } of remarks) {
    const anchor = anchorOf(span);
    if (!anchor) continue;
    const id = newId();
    comments.push({ id, lines: anchor.elsewhere ? [...lines, quoted(text, span)] : lines });
    marks.push(...commentMarks(tags, anchor, String(id)));
  }
  if (known.length + comments.length > MOST_COMMENTS) {
    throw new Unreadable(`批注超过${MOST_COMMENTS}处，Word 打不开，没有写入`);
  }
  const signed = () => ({ id: String(newId()), author: signature.author, date: signature.date });
  const changes = changesOf(document, placing, remarks);
  const written = changes.flatMap((change) => insertionMark(tags, change, signed(), xml));
  const fence = () => {
    const [open = '', close = ''] = tags.element('del', signed(), HOLE).split(HOLE);
    return { open, close };
  };
  const struck = changes.flatMap((change) => change.struck);
  const main = splice(xml, weave(xml, [...marks, ...written], struck, fence));
  return { main, comments, changes: changes.length, tags };
}

/** Stands for what is not known yet; no XML holds it. */
const HOLE = '\0';

function commentMarks({ element }: Tags, { start, end }: Anchor, id: string): readonly Mark[] {
  const reference = element('r', {}, element('commentReference', { id }));
  return [
    { place: start, rank: 2, xml: element('commentRangeStart', { id }) },
    { place: end, rank: 1, xml: element('commentRangeEnd', { id }) + reference },
  ];
}

/** New text looks like the run whose text it takes the place of. */
function insertionMark(
  tags: Tags,
  { place, text, like }: Change,
  signed: Readonly<Record<string, string>>,
  xml: string,
): readonly Mark[] {
  if (text === '') return [];
  const look = like.properties ? xml.slice(like.properties.start, like.properties.end) : '';
  const run = tags.element('r', {}, look + words(tags, text));
  return [{ place, rank: 0, xml: tags.element('ins', signed, run) }];
}

const LONGEST_QUOTE = 60;

function quoted(text: string, { start, end }: Span): string {
  const words = [...text.slice(start, end).replace(/\s+/g, ' ')];
  return `所指文字：“${words.slice(0, LONGEST_QUOTE).join('')}${words.length > LONGEST_QUOTE ? '…' : ''}”`;
}

/** Tells for a piece in a note which note it is: `footnote:2`. */
function createNotes({ file }: WordDocument): (piece: WordPiece) => string | undefined {
  const owners = new Map<string, readonly string[]>();
  return ({ part, paragraph }) => {
    const known = owners.get(part) ?? ownersIn(file.xml(part) ?? '');
    owners.set(part, known);
    return known[paragraph];
  };
}

/** The note of each `w:p` of a part, in order. */
function ownersIn(xml: string): readonly string[] {
  const owners: string[] = [];
  let owner = '';
  walkXml(xml, {
    open(name, { 'w:id': id = '' }) {
      if (name === 'w:footnote' || name === 'w:endnote') owner = `${name.slice(2)}:${id}`;
      else if (name === 'w:p') owners.push(owner);
    },
  });
  return owners;
}

function commentIds({ file }: WordDocument): readonly number[] {
  const part = file.related.get('comments');
  const xml = part === undefined ? undefined : file.xml(part);
  const ids: number[] = [];
  if (xml === undefined) return ids;
  walkXml(xml, {
    open(name, { 'w:id': id }) {
      if (name === 'w:comment') ids.push(Number(id));
    },
  });
  return ids;
}

/** Numbers behind those that are used; Word takes none over 2³¹ − 1, so that with a very large one the gaps are filled. */
function createIds(used: readonly number[]): () => number {
  const known = new Set(used);
  const largest = used.reduce((most, id) => Math.max(most, id), -1);
  let next = largest < 2 ** 30 ? largest + 1 : 0;
  return () => {
    while (known.has(next)) next++;
    return next++;
  };
}

/** XML as bytes in the encoding that a part had. */
function encodeXml(xml: string, before: Uint8Array | undefined): Uint8Array {
  const isLittle = before?.[0] === 0xff && before[1] === 0xfe;
  const isBig = before?.[0] === 0xfe && before[1] === 0xff;
  if (!isLittle && !isBig) return new TextEncoder().encode(xml);
  const bytes = new Uint8Array(xml.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < xml.length; i++) view.setUint16(i * 2, xml.charCodeAt(i), isLittle);
  return bytes;
}
