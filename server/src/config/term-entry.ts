import { TERM_KINDS, type TermEntry, type TermKind } from '../facts/terms/types.ts';
import { show } from './describe.ts';
import { suggestion } from './nearest.ts';
import type { ConfigEntry, ConfigNode, SyntaxMistake } from './node.ts';

/** Keys of an entry, English or Chinese. */
export const TERM_KEYS = {
  banned: '禁用',
  preferred: '改用',
  required: '必有',
  order: '次序',
  agree: '统一',
  wrong: '原词',
  except: '例外',
  word: '整词',
  from: '起',
  to: '止',
  severity: '级别',
  message: '提示',
  source: '依据',
  title: '标题',
  examples: '例句',
} as const;
type TermKey = keyof typeof TERM_KEYS;

const LEVELS = { error: '必改', warning: '请核', info: '建议', hint: '参考' } as const;
const MOST = 100;
const MONTH = /^(\d{4})(?:(?:-|\.|年)(\d{1,2})月?|年)?$/;

/** The English name of a key that is written in either language. */
export function keyOf<Key extends string>(
  keys: Readonly<Record<Key, string>>,
  written: string,
): Key | undefined {
  return (Object.keys(keys) as Key[]).find((key) => key === written || keys[key] === written);
}

/** Checks one entry of a list of terms; without an entry there is at least one mistake. */
export function readTermEntry(item: ConfigNode): {
  readonly entry?: TermEntry;
  readonly mistakes: readonly SyntaxMistake[];
} {
  const mistakes: SyntaxMistake[] = [];
  const given = new Map<TermKey, ConfigNode>();
  const wrong = ({ start, end }: Pick<ConfigNode, 'start' | 'end'>, message: string): void => {
    mistakes.push({ start, end, message });
  };
  if (!item.entries) {
    wrong(item, `每一条应写明做什么，例如“- 禁用: ……”，不能是${show(item.value)}。`);
    return { mistakes };
  }
  for (const { key, keyStart, keyEnd, node } of item.entries) {
    const known = keyOf(TERM_KEYS, key);
    if (known === undefined) wrong({ start: keyStart, end: keyEnd }, unknownKey(key));
    else if (given.has(known)) wrong({ start: keyStart, end: keyEnd }, `“${key}”重复出现，请只留一处。`);
    else given.set(known, node);
  }

  const kinds = TERM_KINDS.filter((kind) => given.has(kind));
  const [kind] = kinds;
  if (mistakes.length > 0) return { mistakes };
  if (kind === undefined || kinds.length > 1) {
    const names = TERM_KINDS.map((one) => `${TERM_KEYS[one]}（${one}）`).join('、');
    wrong(item, `每一条要写、也只能写一种：${names}。`);
    return { mistakes };
  }
  const words = (key: TermKey): readonly string[] => {
    const node = given.get(key);
    if (!node) return [];
    const read = readWords(node, TERM_KEYS[key]);
    mistakes.push(...read.mistakes);
    return read.words;
  };
  const text = (key: TermKey): string | undefined => {
    const node = given.get(key);
    if (node && (typeof node.value !== 'string' || node.value.trim() === ''))
      wrong(node, `${TERM_KEYS[key]}应为文字（数字样的要加引号），不能是${show(node.value)}。`);
    return typeof node?.value === 'string' ? node.value.trim() : undefined;
  };
  const forms = words(kind === 'preferred' ? 'wrong' : kind);
  const right = kind === 'preferred' ? text('preferred') : undefined;
  checkForms(kind, forms, right);

  const entry = {
    kind,
    forms,
    ...defined('right', right),
    ...(given.has('except') ? { except: words('except') } : {}),
    ...defined('word', readFlag(given.get('word'))),
    ...defined('from', readMonth(given.get('from'))),
    ...defined('to', readMonth(given.get('to'))),
    severity: readLevel(given.get('severity')),
    ...defined('message', text('message')),
    ...defined('source', text('source')),
    ...(given.has('title') ? { title: words('title') } : {}),
  };
  if (entry.from !== undefined && entry.to !== undefined && entry.to < entry.from.slice(0, entry.to.length))
    wrong(item, `“止”（${entry.to}）不能早于“起”（${entry.from}）。`);
  return mistakes.length > 0 ? { mistakes } : { entry, mistakes };

  function checkForms(kind: TermKind, forms: readonly string[], right: string | undefined): void {
    const wrongs = given.get('wrong');
    if (kind === 'preferred' && !wrongs) wrong(item, '“改用”要与“原词”（wrong）一起写：原词是不再用的写法。');
    if (kind !== 'preferred' && wrongs) wrong(wrongs, '“原词”只与“改用”一起写。');
    if (wrongs && right !== undefined && forms.includes(right))
      wrong(wrongs, `“原词”与“改用”都是“${right}”。`);
    const several = kind === 'order' || kind === 'agree';
    if (several && forms.length > 0 && new Set(forms).size < 2)
      wrong(given.get(kind)!, `“${TERM_KEYS[kind]}”至少要有两个不同的写法，例如 [甲, 乙]。`);
  }

  function readFlag(node: ConfigNode | undefined): boolean | undefined {
    if (!node || typeof node.value === 'boolean') return node?.value as boolean | undefined;
    if (node.value === '是') return true;
    if (node.value === '否') return false;
    wrong(node, `整词应为 是 或 否（true、false），不能是${show(node.value)}。`);
    return undefined;
  }

  function readMonth(node: ConfigNode | undefined): string | undefined {
    if (!node) return undefined;
    const [, year, month] =
      MONTH.exec(typeof node.value === 'number' ? String(node.value) : textOf(node)) ?? [];
    const fraction = typeof node.value === 'number' && !Number.isInteger(node.value);
    if (year === undefined || fraction || (month !== undefined && (Number(month) < 1 || Number(month) > 12)))
      wrong(node, `“起”“止”应为年或年月，例如 2018 或 2018-03，不能是${show(node.value)}。`);
    return month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
  }

  function readLevel(node: ConfigNode | undefined): TermEntry['severity'] {
    const level = node ? keyOf(LEVELS, textOf(node)) : 'warning';
    const names = Object.entries(LEVELS).map(([english, chinese]) => `${chinese}（${english}）`);
    if (level === undefined) wrong(node!, `级别不能是${show(node!.value)}，可用：${names.join('、')}。`);
    return level ?? 'warning';
  }
}

function textOf({ value }: ConfigNode): string {
  return typeof value === 'string' ? value : '';
}

/** One wording or a list of them. */
export function readWords(
  node: ConfigNode,
  name: string,
): { readonly words: readonly string[]; readonly mistakes: readonly SyntaxMistake[] } {
  const mistakes: SyntaxMistake[] = [];
  const wrong = ({ start, end }: ConfigNode, message: string): void => {
    mistakes.push({ start, end, message });
  };
  const items = node.items ?? [node];
  if (items.length === 0) wrong(node, `${name}至少要有一项。`);
  const sentences = name === '例句';
  const words = items.flatMap((item) => {
    const { value } = item;
    if (typeof value !== 'string' || value.trim() === '')
      wrong(item, `${name}应为文字（数字样的要加引号），不能是${show(value)}。`);
    else if (!sentences && value.trim().length > MOST) wrong(item, `${name}过长：每一项最多${MOST}个字。`);
    else if (!sentences && /[\r\n]/.test(value.trim())) wrong(item, `${name}的每一项应在一行之内。`);
    else return [value.trim()];
    return [];
  });
  return { words, mistakes };
}

function unknownKey(key: ConfigEntry['key']): string {
  const names = Object.entries(TERM_KEYS).map(([english, chinese]) => `${chinese}（${english}）`);
  const close = suggestion(key, Object.entries(TERM_KEYS).flat());
  return `没有“${key}”这一项${close || '，'}可用：${names.join('、')}。`;
}

function defined<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
