import type { Rule, RuleSettings } from './types.ts';

/** Built-in rule sets: `hegao:draft` while writing, `hegao:final` before signing. */
export const PRESETS = ['hegao:draft', 'hegao:final'] as const;
export type Preset = (typeof PRESETS)[number];

/** The settings of a preset: every rule at its own level with its own default options. */
export function presetSettings(rules: readonly Rule[], preset: Preset = 'hegao:draft'): RuleSettings {
  return Object.fromEntries(
    rules.map(({ meta }) => [
      meta.id,
      { level: preset === 'hegao:final' ? meta.finalLevel : meta.level, options: meta.defaults },
    ]),
  );
}
