import { parseJson } from '../config/parse-json.ts';
import { validate } from '../config/validate.ts';
import { PRESETS, presetSettings } from '../engine/presets.ts';
import type { Rule, RuleSettings } from '../engine/types.ts';

/** What the editor's settings come to. */
export interface EditorSettings {
  readonly settings: RuleSettings;
  /** Chinese sentences; what is wrong is left out of `settings`. */
  readonly mistakes: readonly string[];
}

/**
 * Reads the section `hegao` of an editor's settings: `preset`, and `rules` as in a configuration file.
 * Other keys are the client's own. Anything may be handed in.
 */
export function readEditorSection(section: unknown, rules: readonly Rule[]): EditorSettings {
  const { preset, rules: wishes } = editorKeys(section);
  const known = PRESETS.find((name) => name === preset);
  const mistakes: string[] = [];
  if (preset !== undefined && !known) {
    mistakes.push(`编辑器设置 hegao.preset 不能是${JSON.stringify(preset)}，可用：${PRESETS.join('、')}。`);
  }
  const base = presetSettings(rules, known);
  const parsed = parseJson(JSON.stringify({ rules: wishes ?? {} }), false);
  if (parsed.mistakes) return { settings: base, mistakes };
  const read = validate(parsed.root, rules);
  mistakes.push(...read.mistakes.map(({ message }) => `编辑器设置 hegao.rules 有误：${message}`));
  const entries = Object.entries(base).map(([id, setting]) => [
    id,
    { ...setting, ...read.content.rules.get(id) },
  ]);
  return { settings: Object.fromEntries(entries), mistakes };
}

/** The keys that count, in one order; null is as good as absent. */
export function editorKeys(section: unknown): { readonly preset?: unknown; readonly rules?: unknown } {
  if (typeof section !== 'object' || section === null) return {};
  const { preset, rules } = section as Record<string, unknown>;
  return { ...(preset == null ? {} : { preset }), ...(rules == null ? {} : { rules }) };
}
