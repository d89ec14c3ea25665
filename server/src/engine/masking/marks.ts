import type { Entity, EntityKind } from '../../facts/entities/types.ts';

/** Names that bear a number where every entity is to be told from the others; figures and dates keep their shape. */
const NUMBERED: ReadonlySet<EntityKind> = new Set(['person', 'place', 'body']);
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * The mask of each entity, in the manner of offices: XXX同志, XX市, xx.x%, 20xx年. With `numbered` no two people, places
 * or bodies share one (XX①市); what stands in `text` already is not used.
 */
export function chooseMarks(entities: readonly Entity[], numbered: boolean, text: string): readonly string[] {
  let next = 0;
  return entities.map(({ kind, mentions }) => {
    const plain = plainMark(kind, mentions[0]!.text);
    if (!numbered || !NUMBERED.has(kind)) return plain;
    let mark: string;
    do mark = plain + numberSign(++next);
    while (text.includes(mark));
    return mark;
  });
}

function plainMark(kind: EntityKind, written: string): string {
  switch (kind) {
    case 'person':
      return 'XXX';
    case 'document':
      return written.replace(/^[\u4e00-\u9fff]+/, 'XX').replace(/\d+/g, maskedNumber);
    case 'figure':
      return written.replace(/\d/g, 'x');
    case 'date':
      return written
        .replace(/\d+/g, maskedNumber)
        .replace(/^(二[〇○零])[〇○零一二三四五六七八九]{2}/, '$1xx')
        .replace(/(?<!^)[一二三四五六七八九十]+/g, 'x');
    case 'session':
      return written.replace(/[一二三四五六七八九十]+/g, 'x');
    case 'contact':
      return 'x'.repeat(8);
    default:
      return 'XX';
  }
}

/** 2026 → 20xx, 15 → xx. */
function maskedNumber(digits: string): string {
  return /^(?:19|20)\d\d$/.test(digits) ? `${digits.slice(0, 2)}xx` : 'x'.repeat(digits.length);
}

function numberSign(number: number): string {
  return CIRCLED[number - 1] ?? `〔${number}〕`;
}
