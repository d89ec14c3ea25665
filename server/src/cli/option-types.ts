import { InvalidArgumentError, Option } from 'commander';
import { PRESETS } from '../engine/presets.ts';
import { FORMATS } from './formats/index.ts';

/** Help for the archive of earlier speeches. */
export const ARCHIVE = '旧稿档案的文件夹，默认按配置的 archive，或 .hegao/archive';

/** Options whose value may be left out; the next argument is never taken for it. */
const BARE: Readonly<Record<string, string>> = { '--report-unused-ignores': 'note' };

/** Arguments with the values that were left out. */
export function withDefaults(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, i) => {
    const value = end < 0 || i < end ? BARE[argument] : undefined;
    return value === undefined ? argument : `${argument}=${value}`;
  });
}

/** The preset to start from. */
export function presetOption(description: string): Option {
  return choice('--preset <预设>', description, PRESETS);
}

/** How the output is written: the first format unless another is asked for. */
export function formatOption(formats: readonly string[] = ['text', 'json']): Option {
  const all = `${formats.slice(0, -1).join('、')} 或 ${formats.at(-1)}`;
  return choice('--format <格式>', `输出格式：${all}，默认 ${formats[0]}`, formats).default(formats[0]);
}

/** May be given several times; one of them may go to standard output. */
export function formatsOption(): Option {
  const names = FORMATS.map(({ name }) => name);
  const option = new Option(
    '--format <格式>',
    `输出格式，可重复，“格式=文件”写进文件：${names.join('、')}，默认 text`,
  );
  option.default([]);
  option.argParser((value: string, before: readonly string[]) => {
    const name = /^[^=]*/.exec(value)![0];
    if (names.includes(name)) return [...before, value];
    throw new InvalidArgumentError(`可用：${names.join('、')}。`);
  });
  return option;
}

/** How many threads help. */
export function workersOption(): Option {
  const option = new Option(
    '--workers <个数>',
    '另开几个线程同时检查，0 为不开，auto（默认）看处理器和稿子多少',
  );
  option.default('auto');
  option.argParser((value) => {
    if (value === 'auto') return value;
    if (/^\d{1,2}$/.test(value)) return Number(value);
    throw new InvalidArgumentError('可用：auto 或 0 到 99。');
  });
  return option;
}

/** Several of a few words, in one argument with commas between them. */
export function list(flags: string, description: string, allowed: readonly string[]): Option {
  const option = new Option(flags, description);
  option.argParser((value) => {
    const items = value.split(/[,，、]/).map((item) => item.trim());
    if (items.every((item) => allowed.includes(item))) return items;
    throw new InvalidArgumentError(`可用：${allowed.join('、')}，用逗号隔开。`);
  });
  return option;
}

/** An option that takes one of a few words. */
export function choice(flags: string, description: string, allowed: readonly string[]): Option {
  const option = new Option(flags, description);
  option.argParser((value) => {
    if (allowed.includes(value)) return value;
    throw new InvalidArgumentError(`可用：${allowed.join('、')}。`);
  });
  return option;
}

/** An option that takes all arguments up to the next one; its name being Chinese, the dots alone do not tell. */
export function several(flags: string, description: string): Option {
  const option = new Option(flags, description);
  option.variadic = true;
  return option;
}

/** Collects an option that may be given several times. */
export function append(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
