import type { Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import { mapSaid } from '../columns.ts';
import type { FactMemory, ParagraphFacts } from '../facts.ts';

/** One name in two forms in a speech; spans are in the source. */
export interface NameVariant {
  readonly written: string;
  readonly span: Span;
  /** The form that stands more often, of equals the one that stands first, and its first place. */
  readonly usual: string;
  readonly other: Span;
}

interface Form {
  readonly text: string;
  readonly place: Span;
  count: number;
}

/** Full names of bodies; what may be left out or exchanged stands as a group. */
const BODIES =
  /(?:发展(?:和|与)?改革|文化(?:和|与)?旅游|卫生(?:和|与)?健康)委员会|(?:文化(?:和|与)?旅游|工业(?:和|与)信息化|住房(?:和|与)城乡建设|人力资源(?:和|与)社会保障)(?:部(?!门)|厅|局)/g;
const HEADS = ['改革委员会', '健康委员会', '旅游', '信息化', '城乡建设', '社会保障'];
const TITLES = /《([^《》\n]{8,60})》/g;
const LOOSE = /[和与及、的]|^关于|[\s“”]/g;
/** What is numbered, dated or turned into its opposite by one character is another document. */
const TELLING = /[\d０-９一二三四五六七八九十百上下前后新旧总分大小省市县区州乡镇村不非]/;

/** Bodies and documents that a speech names in two ways. Documents differ in a small word or by one lost character. */
export function readNameVariants(speech: Speech, { said }: FactMemory): readonly NameVariant[] {
  const groups = new Map<string, Map<string, Form>>();
  const add = (key: string, text: string, place: Span): void => {
    const forms = groups.get(key) ?? new Map<string, Form>();
    groups.set(key, forms);
    const known = forms.get(text);
    if (known) known.count++;
    else forms.set(text, { text, place, count: 1 });
  };
  mapSaid(speech, said(speech, namesIn), ({ key, name, at }, { toSource }) =>
    add(key, name, toSource({ start: at, end: at + name.length })),
  );
  joinLost(groups);
  return [...groups.values()]
    .filter((forms) => forms.size > 1)
    .flatMap(variantsOf)
    .sort((a, b) => a.span.start - b.span.start);
}

/** A body or a document as a paragraph names it, and what all forms of its name have in common. */
interface Named {
  readonly key: string;
  readonly name: string;
  readonly at: number;
}

function namesIn({ text }: ParagraphFacts): readonly Named[] {
  const found: Named[] = [];
  if (HEADS.some((head) => text.includes(head))) {
    for (const { index, 0: name } of text.matchAll(BODIES))
      found.push({ key: `${name.replace(/[和与]/, '')}`, name, at: index });
  }
  if (!text.includes('《')) return found;
  for (const { index, 1: title = '' } of text.matchAll(TITLES))
    found.push({ key: `《${loose(title)}`, name: title, at: index + 1 });
  return found;
}

function loose(title: string): string {
  return title.replace(LOOSE, '');
}

/** Puts a title from which one character was lost to the whole one. */
function joinLost(groups: Map<string, Map<string, Form>>): void {
  for (const [key, forms] of [...groups]) {
    if (!key.startsWith('《') || key.length < 10) continue;
    for (let at = 2; at < key.length - 1; at++) {
      const shorter = groups.get(key.slice(0, at) + key.slice(at + 1));
      if (!shorter || shorter === forms || TELLING.test(key[at]!)) continue;
      for (const [text, form] of shorter) forms.set(text, form);
      groups.delete(key.slice(0, at) + key.slice(at + 1));
    }
  }
}

function variantsOf(forms: ReadonlyMap<string, Form>): NameVariant[] {
  const all = [...forms.values()].sort((a, b) => a.place.start - b.place.start);
  const usual = all.reduce((most, form) => (form.count > most.count ? form : most));
  return all
    .filter((form) => form !== usual)
    .map(({ text, place }) => ({ written: text, span: place, usual: usual.text, other: usual.place }));
}
