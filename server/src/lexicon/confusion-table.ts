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

/** Confusions by the first two characters of the wrong wording, the longest first. */
export interface ConfusionTable {
  /** 1 for each UTF-16 unit that opens an entry. */
  readonly opens: Uint8Array;
  readonly byPair: ReadonlyMap<string, readonly Confusion[]>;
}

/** Reads the lists into a table that finds every entry in one pass over a text. Call it once, when first needed. */
export function readConfusions(): ConfusionTable {
  const opens = new Uint8Array(0x10000);
  const byPair = new Map<string, Confusion[]>();
  for (const confusion of [...readList(CONFUSIONS, false), ...readList(VARIANTS, true)]) {
    const { wrong } = confusion;
    opens[wrong.charCodeAt(0)] = 1;
    const pair = wrong.slice(0, 2);
    const known = byPair.get(pair);
    if (known) known.push(confusion);
    else byPair.set(pair, [confusion]);
  }
  for (const list of byPair.values()) list.sort((a, b) => b.wrong.length - a.wrong.length);
  return { opens, byPair };
}

function readList(list: string, variant: boolean): Confusion[] {
  return list
    .trim()
    .split(/[\n，]/)
    .flatMap((row) => {
      const [right, ...wrongs] = row.split(' ');
      return wrongs.map((written) => {
        const [notAfter, wrong, notBefore] = written.includes('/') ? written.split('/') : ['', written, ''];
        return {
          wrong: wrong!,
          right: right!,
          notAfter: notAfter!,
          notBefore: notBefore!.replace('…', NUMBERED),
          variant,
        };
      });
    });
}
