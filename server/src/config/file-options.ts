import { parentOf } from '../files/paths.ts';
import type { ReadFile } from './locate.ts';
import type { ConfigNode } from './node.ts';
import type { ConfigProblem } from './problem.ts';
import type { RuleWishes } from './rule-wishes.ts';
import { resolveIn } from './segmenter.ts';

/** A setting that names a file; what the file holds becomes an option of a rule. */
export interface FileOption {
  /** Where the setting stands: `metrics` and in it `ledger`. */
  readonly section: string;
  readonly key: string;
  readonly title: string;
  readonly rule: string;
  readonly option: string;
  /** Reads the text of the file. */
  readonly read: (text: string) => Promise<FileContent>;
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
    rule: 'metric-ledger',
    option: 'rows',
    read: async (text) => (await import('./ledger-csv.ts')).readLedger(text),
  },
];

/** A setting of this kind as a configuration file has it. */
export interface FileWish {
  readonly setting: FileOption;
  readonly path: string;
  readonly node: ConfigNode;
}

/** Reads the file that a setting names, counted from the configuration file's folder. Nothing is thrown. */
export async function readFileWish(
  { setting, path }: FileWish,
  configFile: string,
  readFile: ReadFile,
): Promise<
  | { readonly wishes: RuleWishes }
  | { readonly problems: readonly ConfigProblem[] }
  | { readonly failure: string }
> {
  const file = resolveIn(parentOf(configFile), path);
  try {
    const text = await readFile(file);
    if (text === undefined) return { failure: `没有这个文件：${file}。` };
    const content = await setting.read(text);
    if ('faults' in content) return { problems: content.faults.map((fault) => ({ file, ...fault })) };
    return { wishes: new Map([[setting.rule, { options: { [setting.option]: content.value } }]]) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: `文件 ${file} 无法读取：${reason}。` };
  }
}
