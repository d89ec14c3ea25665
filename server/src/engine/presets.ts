import type { Rule, RuleMeta, RuleSetting, RuleSettings } from './types.ts';

/** Built-in rule sets: `hegao:draft` while writing, `hegao:final` before signing, `hegao:masked` where masks are to stay. */
export const PRESETS = ['hegao:draft', 'hegao:final', 'hegao:masked'] as const;
export type Preset = (typeof PRESETS)[number];

/** The settings of a preset: every rule at its own level with its own options. */
export function presetSettings(rules: readonly Rule[], preset: Preset = 'hegao:draft'): RuleSettings {
  return Object.fromEntries(rules.map(({ meta }) => [meta.id, setting(meta, preset)]));
}

function setting({ level, finalLevel, masked, defaults }: RuleMeta, preset: Preset): RuleSetting {
  if (preset === 'hegao:final') return { level: finalLevel, options: defaults };
  if (preset === 'hegao:draft') return { level, options: defaults };
  const options = masked.options ? { ...defaults, ...masked.options } : defaults;
  return { level: masked.level ?? level, options };
}
