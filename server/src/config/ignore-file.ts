import type { Silence } from '../engine/silence.ts';
import { show } from './describe.ts';
import { suggestion } from './nearest.ts';
import type { ConfigNode, SyntaxMistake } from './node.ts';

/** Name of the file that holds decisions; it counts for the drafts in its folder and below. */
export const IGNORE_NAME = '.hegao-ignore.yaml';

/** One decision as the file has it. */
export interface IgnoreEntry extends Silence {
  /** The draft, from the folder of the file, with `/`. */
  readonly file: string;
  /** What stood there, for people who read the file. */
  readonly text?: string;
  readonly reason?: string;
}

/** An entry with the line on which it begins (from 1). */
export interface PlacedEntry extends IgnoreEntry {
  readonly line: number;
}

const KEYS = ['rule', 'file', 'text', 'context', 'reason'] as const;
const NEEDED = ['rule', 'file'] as const;

const HEAD = [
  '# 核对过、予以保留的地方，由核稿按规则和上下文记下；可以提交到版本库，全组共用。',
  '# rule 规则，file 稿子，text 原文，context 上下文的指纹（不写则整篇稿子的这条规则都不再提示），reason 缘由。',
  '',
].join('\n');

/** Checks a parsed file; one mistake, one sentence. */
export function readIgnoreEntries(
  root: ConfigNode,
  text: string,
  ruleIds: readonly string[],
): { readonly entries: readonly PlacedEntry[]; readonly mistakes: readonly SyntaxMistake[] } {
  const entries: PlacedEntry[] = [];
  const mistakes: SyntaxMistake[] = [];
  const wrong = (at: { readonly start: number; readonly end: number }, message: string): void => {
    mistakes.push({ start: at.start, end: at.end, message });
  };

  function readEntry(item: ConfigNode): void {
    const before = mistakes.length;
    const values: Partial<Record<(typeof KEYS)[number], string>> = {};
    for (const { key, keyStart, keyEnd, node } of item.entries ?? []) {
      const known = KEYS.find((name) => name === key);
      if (!known) {
        const close = suggestion(key, KEYS);
        const message = `没有“${key}”这一项${close || '，'}可用：${KEYS.join('、')}。`;
        wrong({ start: keyStart, end: keyEnd }, message);
      } else if (typeof node.value !== 'string' || node.value === '')
        wrong(node, `${key} 应为文字（数字样的要加引号），不能是${show(node.value)}。`);
      else values[known] = node.value;
    }
    const { rule, file, ...rest } = values;
    const missing = NEEDED.filter((key) => !item.entries?.some((entry) => entry.key === key));
    if (missing.length > 0) wrong(item, `每一条都要写明 ${missing.join('、')}。`);
    if (rule !== undefined && !ruleIds.includes(rule)) {
      wrong(item, `没有名为“${rule}”的规则${suggestion(rule, ruleIds) || '。'}`);
    }
    if (mistakes.length > before || rule === undefined || file === undefined) return;
    entries.push({ rule, file, ...rest, line: text.slice(0, item.start).split('\n').length });
  }

  const { items, entries: fields } = root;
  if (!items && (fields?.length ?? 1) > 0) wrong(root, '这个文件应为列表，每一条以“- rule:”开头。');
  for (const item of items ?? []) {
    if (item.entries) readEntry(item);
    else wrong(item, '每一条应为对象，写明 rule 和 file。');
  }
  return { entries, mistakes };
}

/** The text that adds an entry at the end of a file; the first one brings the head of a new file. */
export function entryToAppend(text: string | undefined, entry: IgnoreEntry): string {
  const head = text === undefined || text.trim() === '' ? HEAD : text.endsWith('\n') ? '' : '\n';
  const lines = KEYS.flatMap((key) => {
    const value = entry[key];
    return value === undefined ? [] : [`${key}: ${quoted(value)}`];
  });
  return `${head}- ${lines.join('\n  ')}\n`;
}

/** JSON strings are YAML strings; a plain word needs no quotes. */
function quoted(value: string): string {
  return /^[a-z][a-z-]*$/.test(value) && !/^(?:null|true|false|yes|no|on|off|y|n)$/.test(value)
    ? value
    : JSON.stringify(value);
}
