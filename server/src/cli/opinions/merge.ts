import type { Remark } from './read.ts';
import type { OpinionTable } from './table.ts';

/** Remarks of several people as one table, and what was joined and what differs. */
export interface Merged {
  readonly table: OpinionTable;
  /** Remarks that another one says already. */
  readonly joined: number;
  /** Places for which different things are advised. */
  readonly differing: number;
}

const COLUMNS = ['序号', '位置', '原文', '问题', '建议', '提出人', '采纳情况', '备注'] as const;
const DIFFER = '同一处意见不一，请定夺';

/** Of one place: the file it names, the line, and where its table has it. */
interface Placed {
  readonly remark: Remark;
  readonly file: number;
  readonly line: number;
}

/**
 * Puts the remarks of several tables together in the order of the draft: those of one place and text stand side by side,
 * those that say the same are one with all names, those that advise differently are all kept and marked.
 */
export function mergeRemarks(tables: readonly (readonly Remark[])[]): Merged {
  const files = new Map<string, number>();
  const placed = tables.flatMap((remarks) => placesOf(remarks, files));
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const { place, original } = one.remark;
    const key = `${folded(place)}\n${folded(original)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const sorted = [...groups.values()].sort(([a], [b]) => a!.file - b!.file || a!.line - b!.line);
  let differing = 0;
  const rows = sorted.flatMap((group) => {
    const remarks = joinEqual(group.map(({ remark }) => remark));
    const differs = new Set(remarks.map(({ advice }) => folded(advice))).size > 1;
    if (differs) differing++;
    return remarks.map(({ place, original, problem, advice, person, adopted }) => [
      ...[place, original, problem, advice, person, adopted],
      differs ? DIFFER : '',
    ]);
  });
  return {
    table: {
      title: '核稿意见汇总表',
      columns: COLUMNS,
      rows: rows.map((row, i) => [String(i + 1), ...row]),
    },
    joined: placed.length - rows.length,
    differing,
  };
}

/** `讲话稿.txt 第12行（一、第2段）`: a remark without a line stands after the one before it in its table. */
function placesOf(remarks: readonly Remark[], files: Map<string, number>): readonly Placed[] {
  let [file, line] = [0, 0];
  return remarks.map((remark) => {
    const found = /第 ?(\d{1,9}) ?行/.exec(remark.place);
    if (found) {
      const name = remark.place.slice(0, found.index).trim();
      file = files.get(name) ?? files.size;
      files.set(name, file);
      line = Number(found[1]);
    }
    return { remark, file, line };
  });
}

function joinEqual(remarks: readonly Remark[]): readonly Remark[] {
  const known = new Map<string, Remark>();
  for (const remark of remarks) {
    const key = `${folded(remark.problem)}\n${folded(remark.advice)}`;
    const same = known.get(key);
    known.set(key, same ? { ...same, ...together(same, remark) } : remark);
  }
  return [...known.values()];
}

function together(a: Remark, b: Remark): Pick<Remark, 'person' | 'adopted'> {
  const join = (x: string, y: string, sign: string): string =>
    [...new Set([...x.split(sign), ...y.split(sign)])].filter((part) => part !== '').join(sign);
  return { person: join(a.person, b.person, '、'), adopted: join(a.adopted, b.adopted, '；') };
}

/** Blanks and stops make no other remark. */
function folded(text: string): string {
  return text.replace(/[\s。；，]/g, '');
}
