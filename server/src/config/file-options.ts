import type { RuleOptions } from '../engine/types.ts';
import type { TermEntry } from '../facts/terms/types.ts';
import { parentOf } from '../files/paths.ts';
import type { Reach } from './chain.ts';
import type { ReadFile } from './locate.ts';
import type { ConfigNode } from './node.ts';
import type { ConfigProblem } from './problem.ts';
import type { RuleWishes } from './rule-wishes.ts';
import { resolveIn } from './segmenter.ts';
import { joinTerms } from './term-join.ts';

/** A setting that names a file; what the file holds becomes an option of a rule. */
export interface FileOption {
  /** Where the setting stands: `metrics` and in it `ledger`; without a section at the top of the file. */
  readonly section?: string;
  readonly key: string;
  readonly title: string;
  /** A path, for messages. */
  readonly example: string;
  readonly rule: string;
  readonly option: string;
  /** Reads the text of the file. */
  readonly read: (text: string) => Promise<FileContent>;
  /** Several files may be named, and what `extends` brings stays: the value that holds, of a weaker one and a stronger one. */
  readonly join?: (under: unknown, over: unknown) => unknown;
  /** Lists that come with the program, by their names: `hegao:bodies`. */
  readonly shipped?: {
    readonly names: readonly string[];
    readonly read: (name: string) => Promise<FileContent>;
  };
}

/** The option's value, or what is wrong with the file: lines and columns from 1. */
export type FileContent =
  | { readonly value: unknown }
  | { readonly faults: readonly Omit<ConfigProblem, 'file'>[] };

/** Every setting of this kind. */
export const FILE_OPTIONS: readonly FileOption[] = [
  {
    section: 'metrics',
    key: 'ledger',
    title: '口径表：本单位核定的数据，CSV（指标、范围、时期、类别、数值、单位、来源），UTF-8 或 GB18030',
    example: '口径表.csv',
    rule: 'metric-ledger',
    option: 'rows',
    read: async (text) => (await import('./ledger-csv.ts')).readLedger(text),
  },
  {
    key: 'terms',
    title: '用词表：本单位的禁用、改用、必有、次序、统一，YAML，可写几个文件；随程序带的以 hegao: 开头',
    example: '用词.yaml',
    rule: 'team-terms',
    option: 'entries',
    join: (under, over) => joinTerms(under as readonly TermEntry[], over as readonly TermEntry[]),
    async read(text) {
      const file = (await import('./term-file.ts')).readTermFile(text);
      return 'faults' in file ? file : { value: file.entries };
    },
    shipped: {
      names: ['hegao:bodies', 'hegao:gat', 'hegao:titles', 'hegao:usage'],
      read: async (name) => ({ value: (await import('../lexicon/packs.ts')).readPack(name) }),
    },
  },
  {
    key: 'roster',
    title: '领导名单：CSV（姓名、职务、排序、起、止），UTF-8 或 GB18030',
    example: '名单.csv',
    rule: 'roster',
    option: 'rows',
    read: async (text) => (await import('./roster-csv.ts')).readRoster(text),
  },
];

/** A setting of this kind as a configuration file has it. */
export interface FileWish {
  readonly setting: FileOption;
  readonly paths: readonly NamedPath[];
}

/** A path with its place in the configuration. */
export interface NamedPath {
  readonly path: string;
  readonly node: ConfigNode;
}

type Read =
  | { readonly value: unknown }
  | { readonly problems: readonly ConfigProblem[] }
  | { readonly failure: string; readonly node: ConfigNode };

/** Why a file that a configuration names is left alone. */
export function outOfReach(written: string): string {
  return `工作区未受信任，不读其中配置文件指到工作区以外的“${written}”；信任这个工作区以后照常生效。`;
}

/** Reads the files that a setting names, counted from the configuration file's folder. Nothing is thrown. */
export async function readFileWish(
  { setting, paths }: FileWish,
  configFile: string,
  readFile: ReadFile,
  reach?: Pick<Reach, 'mayRead'>,
): Promise<{ readonly wishes: RuleWishes } | Exclude<Read, { readonly value: unknown }>> {
  const values: unknown[] = [];
  const problems: ConfigProblem[] = [];
  for (const named of paths) {
    const read = await readOne(setting, named, configFile, readFile, reach);
    if ('failure' in read) return read;
    if ('problems' in read) problems.push(...read.problems);
    else values.push(read.value);
  }
  if (problems.length > 0) return { problems };
  const { rule, option, join } = setting;
  if (!join) return { wishes: new Map([[rule, { options: { [option]: values.at(-1) } }]]) };
  const own = values.reduce(join);
  const over = (under: RuleOptions): RuleOptions => ({ ...under, [option]: join(under[option], own) });
  return { wishes: new Map([[rule, { over }]]) };
}

async function readOne(
  { shipped, read }: FileOption,
  { path, node }: NamedPath,
  configFile: string,
  readFile: ReadFile,
  reach?: Pick<Reach, 'mayRead'>,
): Promise<Read> {
  const file = resolveIn(parentOf(configFile), path);
  try {
    const own = shipped?.names.includes(path) ? await shipped.read(path) : undefined;
    if (!own && reach?.mayRead(configFile, file) === false) return { failure: outOfReach(path), node };
    const text = own ? '' : await readFile(file);
    if (text === undefined) return { failure: `没有这个文件：${file}。`, node };
    const content = own ?? (await read(text));
    if ('faults' in content) return { problems: content.faults.map((fault) => ({ file, ...fault })) };
    return content;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: `文件 ${file} 无法读取：${reason}。`, node };
  }
}
