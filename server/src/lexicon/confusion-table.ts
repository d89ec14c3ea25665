import { CONFUSIONS, NUMBERED, VARIANTS } from './confusions.ts';

/** One wrong wording with the right one, and the characters next to which it is no mistake (the end of a text counts as 。). */
export interface Confusion {
  readonly wrong: string;
  readonly right: string;
  readonly notAfter: string;
  readonly notBefore: string;
  /** The wrong form is an accepted variant. */
  readonly variant: boolean;
}

/** Confusions by the first two characters of the wrong wording. */
export interface ConfusionTable {
  /** False where no entry begins with these two UTF-16 units; true where one may. */
  readonly mayOpen: (first: number, second: number) => boolean;
  /** Entries that begin with these two characters, the longest first. */
  readonly opening: (pair: string) => readonly Confusion[];
}

interface Row {
  readonly right: string;
  readonly written: string;
  readonly variant: boolean;
}

/**
 * Reads the lists into a table that finds every entry in one pass over a text. Call it once, when first needed:
 * only the pairs are read at once, entries when a text holds their pair.
 */
export function readConfusions(): ConfusionTable {
  const pairs = new Uint8Array(0x10000);
  const rows = new Map<string, Row[]>();
  const read = (list: string, variant: boolean): void => {
    for (const row of list.split(/[\n，]/)) {
      const forms = row.split(' ');
      for (let i = 1; i < forms.length; i++) {
        const written = forms[i]!;
        const at = written.indexOf('/') + 1;
        pairs[slot(written.charCodeAt(at), written.charCodeAt(at + 1))] = 1;
        const pair = written.slice(at, at + 2);
        const known = rows.get(pair);
        if (known) known.push({ right: forms[0]!, written, variant });
        else rows.set(pair, [{ right: forms[0]!, written, variant }]);
      }
    }
  };
  read(CONFUSIONS, false);
  read(VARIANTS, true);
  const entries = new Map<string, readonly Confusion[]>();
  return {
    mayOpen: (first, second) => pairs[slot(first, second)] === 1,
    opening(pair) {
      const known = entries.get(pair) ?? parse(rows.get(pair) ?? []);
      entries.set(pair, known);
      return known;
    },
  };
}

/** Every entry of the lists: what a test or a page goes through. */
export function allConfusions(): readonly Confusion[] {
  const { opening } = readConfusions();
  const rows = `${CONFUSIONS}\n${VARIANTS}`.split(/[\n，]/).flatMap((row) => row.split(' ').slice(1));
  const pairs = new Set(rows.map((written) => written.slice(written.indexOf('/') + 1).slice(0, 2)));
  return [...pairs].flatMap((pair) => opening(pair));
}

function slot(first: number, second: number): number {
  return ((first << 7) ^ (first >> 6) ^ second) & 0xffff;
}

function parse(rows: readonly Row[]): readonly Confusion[] {
  return rows
    .map(({ right, written, variant }) => {
      const [notAfter, wrong, notBefore] = written.includes('/') ? written.split('/') : ['', written, ''];
      return {
        wrong: wrong!,
        right,
        notAfter: notAfter!,
        notBefore: notBefore!.replace('…', NUMBERED),
        variant,
      };
    })
    .sort((a, b) => b.wrong.length - a.wrong.length);
}
