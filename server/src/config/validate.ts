import { Value } from 'typebox/value';
import { PRESETS, type Preset } from '../engine/presets.ts';
import type { Level, Rule, RuleOptions } from '../engine/types.ts';
import { show } from './describe.ts';
import { LEVELS } from './levels.ts';
import { suggestion } from './nearest.ts';
import type { ConfigEntry, ConfigNode, SyntaxMistake } from './node.ts';
import { optionMistake } from './options.ts';
import { readSegmenter, type SegmenterWish } from './segmenter.ts';

/** What a configuration file says, checked. */
export interface ConfigContent {
  /** The last preset named by `extends`. */
  readonly preset?: Preset;
  readonly rules: ReadonlyMap<string, RuleWish>;
  /** Patterns as in `.gitignore`, relative to the file's folder. */
  readonly ignore: readonly string[];
  readonly segmenter: SegmenterWish;
}

/** What a file wants of one rule; what it leaves out stays as it was. */
export interface RuleWish {
  readonly level?: Level;
  /** The rule's own defaults with the file's options over them. */
  readonly options?: RuleOptions;
}

export const CONFIG_KEYS = ['extends', 'rules', 'ignore', 'segmenter', '$schema'] as const;

/** Checks a parsed file against what may stand in it; one mistake, one sentence. */
export function validate(
  root: ConfigNode,
  rules: readonly Rule[],
): { readonly content: ConfigContent; readonly mistakes: readonly SyntaxMistake[] } {
  const mistakes: SyntaxMistake[] = [];
  const wrong = (at: ConfigNode, message: string): void => {
    mistakes.push({ start: at.start, end: at.end, message });
  };
  const wrongKey = ({ keyStart, keyEnd }: ConfigEntry, message: string): void => {
    mistakes.push({ start: keyStart, end: keyEnd, message });
  };
  let preset: Preset | undefined;
  const wishes = new Map<string, RuleWish>();
  const ignore: string[] = [];
  let segmenter: SegmenterWish = {};

  function readExtends(node: ConfigNode): void {
    for (const item of node.items ?? [node]) {
      if (isPreset(item.value)) preset = item.value;
      else {
        const close = typeof item.value === 'string' ? suggestion(item.value, PRESETS) : '';
        wrong(item, `extends 不能是${show(item.value)}${close || '，'}可用：${PRESETS.join('、')}。`);
      }
    }
  }

  function readIgnore(node: ConfigNode): void {
    if (!node.items) wrong(node, 'ignore 应为列表，例如 ["归档/**"]。');
    for (const item of node.items ?? []) {
      if (typeof item.value === 'string' && item.value.trim() !== '') ignore.push(item.value);
      else wrong(item, `ignore 的每一项应为文件名或通配式，不能是${show(item.value)}。`);
    }
  }

  function readRules(node: ConfigNode): void {
    if (!node.entries) wrong(node, 'rules 应为对象，例如 {"placeholder-number": "error"}。');
    for (const entry of node.entries ?? []) {
      const rule = rules.find(({ meta }) => meta.id === entry.key);
      if (rule) readRule(entry, rule);
      else {
        const close = suggestion(
          entry.key,
          rules.map(({ meta }) => meta.id),
        );
        wrongKey(entry, `没有名为“${entry.key}”的规则${close || '。'}可用 hegao rules 查看全部规则。`);
      }
    }
  }

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
    const options = {
      ...meta.defaults,
      ...Object.fromEntries(given.map((entry) => [entry.key, entry.node.value])),
    };
    if (mistakes.length === before && !Value.Check(meta.options, options)) {
      wrong(node, `规则“${key}”的各选项合在一起不可用，可用 hegao explain ${key} 查看说明。`);
    }
    wishes.set(key, { ...(level ? { level } : {}), ...(given.length > 0 ? { options } : {}) });
  }

  function readLevel(id: string, node: ConfigNode): Level | undefined {
    const level = LEVELS.find((name) => name === node.value);
    if (level) return level;
    const close = typeof node.value === 'string' ? suggestion(node.value, LEVELS) : '';
    wrong(node, `规则“${id}”的级别不能是${show(node.value)}${close || '，'}可用：${LEVELS.join('、')}。`);
    return undefined;
  }

  for (const entry of root.entries ?? []) {
    const { key, node } = entry;
    if (key === 'extends') readExtends(node);
    else if (key === 'rules') readRules(node);
    else if (key === 'ignore') readIgnore(node);
    else if (key === 'segmenter') {
      const read = readSegmenter(node);
      segmenter = read.wish;
      mistakes.push(...read.mistakes);
    } else if (key !== '$schema') {
      const close = suggestion(key, CONFIG_KEYS);
      wrongKey(entry, `没有“${key}”这一设置${close || '，'}可用：${CONFIG_KEYS.join('、')}。`);
    } else if (typeof node.value !== 'string') wrong(node, '$schema 应为字符串。');
  }
  if (!root.entries) wrong(root, '配置文件的最外层应为对象，例如 {"rules": {}}。');
  return { content: { ...(preset ? { preset } : {}), rules: wishes, ignore, segmenter }, mistakes };
}

function isPreset(value: unknown): value is Preset {
  return (PRESETS as readonly unknown[]).includes(value);
}
