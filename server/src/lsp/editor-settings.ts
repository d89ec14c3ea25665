import { applyWishes } from '../config/layers.ts';
import { parseJson } from '../config/parse-json.ts';
import type { SegmenterWish } from '../config/segmenter.ts';
import { validate } from '../config/validate.ts';
import { PRESETS, presetSettings } from '../engine/presets.ts';
import type { Rule, RuleSettings } from '../engine/types.ts';

/** What the editor's settings come to. */
export interface EditorSettings {
  readonly settings: RuleSettings;
  /** How words are to be cut; the path of the dictionary is as written. */
  readonly segmenter: SegmenterWish;
  /** Chinese sentences; what is wrong is left out of `settings`. */
  readonly mistakes: readonly string[];
}

/**
 * Reads the section `hegao` of an editor's settings: `preset`, and `rules` and `segmenter` as in a configuration file.
 * Other keys are the client's own. Anything may be handed in.
 */
export function readEditorSection(section: unknown, rules: readonly Rule[]): EditorSettings {
  const { preset, rules: wishes = {}, segmenter = {} } = editorKeys(section);
  const known = PRESETS.find((name) => name === preset);
  const mistakes: string[] = [];
  if (preset !== undefined && !known) {
    mistakes.push(`编辑器设置 hegao.preset 不能是${JSON.stringify(preset)}，可用：${PRESETS.join('、')}。`);
  }
  const base = presetSettings(rules, known);
  const read = (key: string, value: unknown) => {
    const parsed = parseJson(JSON.stringify({ [key]: value }), false);
    if (parsed.mistakes) return undefined;
    const { content, mistakes: own } = validate(parsed.root, rules);
    mistakes.push(...own.map(({ message }) => `编辑器设置 hegao.${key} 有误：${message}`));
    return content;
  };
  const ownRules = read('rules', wishes)?.rules;
  const settings = ownRules ? applyWishes(base, [ownRules]) : base;
  const wish = read('segmenter', segmenter)?.segmenter ?? {};
  return { settings, segmenter: wish, mistakes };
}

/** The keys that count, in one order; null is as good as absent. */
export function editorKeys(section: unknown): {
  readonly preset?: unknown;
  readonly rules?: unknown;
  readonly segmenter?: unknown;
} {
  if (typeof section !== 'object' || section === null) return {};
  const { preset, rules, segmenter } = section as Record<string, unknown>;
  return {
    ...(preset == null ? {} : { preset }),
    ...(rules == null ? {} : { rules }),
    ...(segmenter == null ? {} : { segmenter }),
  };
}
