import { Value } from 'typebox/value';
import type { Level, Rule, RuleOptions } from '../engine/types.ts';
import { colonNote, show } from './describe.ts';
import { LEVELS } from './levels.ts';
import { suggestion } from './nearest.ts';
import type { ConfigEntry, ConfigNode, SyntaxMistake } from './node.ts';
import { optionMistake } from './options.ts';

/** What a configuration wants of one rule; what it leaves out stays as it was. */
export interface RuleWish {
  readonly level?: Level;
  /** The options that are given, and no others. */
  readonly options?: RuleOptions;
  /** What becomes of the options below, for those that add up. */
  readonly over?: (under: RuleOptions) => RuleOptions;
}

/** Rule id → wish. */
export type RuleWishes = ReadonlyMap<string, RuleWish>;

/** Checks what stands under `rules`; one mistake, one sentence at its place. */
export function readRuleWishes(
  root: ConfigNode,
  rules: readonly Rule[],
): { readonly wishes: RuleWishes; readonly mistakes: readonly SyntaxMistake[] } {
  const wishes = new Map<string, RuleWish>();
  const mistakes: SyntaxMistake[] = [];
  const wrong = ({ start, end }: ConfigNode, message: string): void => {
    mistakes.push({ start, end, message });
  };

  function readRule({ key, node }: ConfigEntry, { meta }: Rule): void {
    if (!node.entries) {
      const level = readLevel(key, node);
      if (level) wishes.set(key, { level });
      return;
    }
    const severity = node.entries.find((entry) => entry.key === 'severity');
    const level = severity ? readLevel(key, severity.node) : undefined;
    const given = node.entries.filter((entry) => entry !== severity);
    const before = mistakes.length;
    for (const entry of given) {
      const mistake = optionMistake(entry, meta);
      if (mistake) mistakes.push(mistake);
    }
    const options = Object.fromEntries(given.map((entry) => [entry.key, entry.node.value]));
    if (mistakes.length === before && !Value.Check(meta.options, { ...meta.defaults, ...options })) {
      wrong(node, `规则“${key}”的各选项合在一起不可用，可用 hegao explain ${key} 查看说明。`);
    }
    wishes.set(key, { ...(level ? { level } : {}), ...(given.length > 0 ? { options } : {}) });
  }

  function readLevel(id: string, node: ConfigNode): Level | undefined {
    const level = LEVELS.find((name) => name === node.value);
    if (level) return level;
    const meant = MEANT.get(node.value);
    const close = meant ? `，是否要写“${meant}”？` : nearLevel(node.value);
    wrong(node, `规则“${id}”的级别不能是${show(node.value)}${close || '，'}可用：${LEVELS.join('、')}。`);
    return undefined;
  }

  if (!root.entries)
    wrong(root, `rules 应为对象，例如 {"placeholder-number": "error"}。${colonNote(root.value)}`);
  for (const entry of root.entries ?? []) {
    const rule = rules.find(({ meta }) => meta.id === entry.key);
    if (rule) {
      readRule(entry, rule);
      continue;
    }
    const ids = rules.map(({ meta }) => meta.id);
    const close = suggestion(entry.key, ids);
    const { keyStart: start, keyEnd: end } = entry;
    const message = `没有名为“${entry.key}”的规则${close || '。'}可用 hegao rules 查看全部规则。`;
    mistakes.push({ start, end, message });
  }
  return { wishes, mistakes };
}

/** Levels by other names that come to mind. */
const MEANT: ReadonlyMap<unknown, Level> = new Map<unknown, Level>([
  ['必改', 'error'],
  ['请核', 'warning'],
  ['建议', 'info'],
  ['参考', 'hint'],
  ['关', 'off'],
  ['关闭', 'off'],
  ['no', 'off'],
  ['none', 'off'],
  ['false', 'off'],
  [false, 'off'],
]);

function nearLevel(value: unknown): string {
  return typeof value === 'string' ? suggestion(value, LEVELS) : '';
}
