import type { TermEntry } from '../facts/terms/types.ts';
import { show } from './describe.ts';
import { suggestion } from './nearest.ts';
import type { ConfigNode, SyntaxMistake } from './node.ts';
import { parseYaml } from './parse-yaml.ts';
import { type ConfigProblem, problemAt } from './problem.ts';
import { keyOf, readTermEntry, readWords, TERM_KEYS } from './term-entry.ts';

/** A sentence of a list's own tests; in a wrong one 〖〗 may stand around what is due. */
export interface TermExample {
  readonly sentence: string;
  readonly wrong: boolean;
  /** The entry it is for; a sentence of the whole list has none. */
  readonly entry?: TermEntry;
  /** From 1. */
  readonly line: number;
}

/** A list of terms as read, or what is wrong with it: lines and columns from 1. */
export type TermFile =
  | { readonly entries: readonly TermEntry[]; readonly examples: readonly TermExample[] }
  | { readonly faults: readonly Omit<ConfigProblem, 'file'>[] };

/** Keys of a file, English or Chinese. */
const FILE_KEYS = { terms: '用词', examples: '例句', severity: '级别', source: '依据' } as const;
const EXAMPLE_KEYS = { right: '对', wrong: '错' } as const;

/** Reads a list of terms: a list of entries, or `terms` with `examples` and what holds for all entries. Nothing is thrown. */
export function readTermFile(text: string): TermFile {
  const problem = problemAt('', text);
  const mistakes: SyntaxMistake[] = [];
  const entries: TermEntry[] = [];
  const examples: TermExample[] = [];
  const parsed = parseYaml(text);
  if (parsed.mistakes) mistakes.push(...parsed.mistakes);
  else readRoot(parsed.root);
  if (mistakes.length === 0) return { entries, examples };
  mistakes.sort((a, b) => a.start - b.start);
  return {
    faults: mistakes.map(({ start, end, message }) => {
      const { file: _, ...fault } = problem(start, end, message);
      return fault;
    }),
  };

  function wrong({ start, end }: Pick<ConfigNode, 'start' | 'end'>, message: string): void {
    mistakes.push({ start, end, message });
  }

  function readRoot(root: ConfigNode): void {
    if (root.items) readEntries(root, []);
    else if (root.entries) readMap(root);
    else wrong(root, '用词表应为列表，每一条以“- 禁用:”“- 改用:”等开头。');
  }

  function readMap(root: ConfigNode): void {
    const members = root.entries ?? [];
    const common = members.filter(({ key }) => ['severity', 'source'].includes(keyOf(FILE_KEYS, key) ?? ''));
    for (const { key, keyStart, keyEnd, node } of members) {
      const known = keyOf(FILE_KEYS, key);
      if (known === 'terms') readEntries(node, common);
      else if (known === 'examples') readExamples(node);
      else if (known === undefined) {
        const allowed = Object.entries(FILE_KEYS).map(([english, chinese]) => `${chinese}（${english}）`);
        const close = suggestion(key, Object.entries(FILE_KEYS).flat());
        wrong(
          { start: keyStart, end: keyEnd },
          `没有“${key}”这一项${close || '，'}可用：${allowed.join('、')}。`,
        );
      }
    }
    if (
      mistakes.length === 0 &&
      members.length > 0 &&
      !members.some(({ key }) => keyOf(FILE_KEYS, key) === 'terms')
    )
      wrong(root, '用词表要有“用词:”（terms），下面逐条以“- ”开头。');
  }

  function readEntries(node: ConfigNode, common: NonNullable<ConfigNode['entries']>): void {
    if (!node.items) wrong(node, `用词应为列表，每一条以“- ”开头，不能是${show(node.value)}。`);
    for (const item of node.items ?? []) {
      const own = new Set(item.entries?.map(({ key }) => keyOf(TERM_KEYS, key)));
      const added = common.filter(({ key }) => !own.has(keyOf(TERM_KEYS, key)));
      const full = item.entries ? { ...item, entries: [...item.entries, ...added] } : item;
      const { entry, mistakes: found } = readTermEntry(full);
      mistakes.push(...found.filter((one) => !mistakes.some((m) => m.start === one.start)));
      if (entry) entries.push(entry);
      const sentences = item.entries?.find(({ key }) => keyOf(TERM_KEYS, key) === 'examples');
      if (sentences) readExamples(sentences.node, entry);
    }
  }

  function readExamples(node: ConfigNode, entry?: TermEntry): void {
    if (!node.entries) wrong(node, '例句分“错:”（wrong）和“对:”（right）两项，各是一列句子。');
    for (const { key, keyStart, keyEnd, node: sentences } of node.entries ?? []) {
      const known = keyOf(EXAMPLE_KEYS, key);
      if (known === undefined) {
        wrong({ start: keyStart, end: keyEnd }, `例句里没有“${key}”，可用：错（wrong）、对（right）。`);
        continue;
      }
      const { words, mistakes: found } = readWords(sentences, '例句');
      mistakes.push(...found);
      words.forEach((sentence, i) => {
        const { start } = (sentences.items ?? [sentences])[i]!;
        const { line } = problem(start, start, '');
        examples.push({ sentence, wrong: known === 'wrong', ...(entry ? { entry } : {}), line });
      });
    }
  }
}
