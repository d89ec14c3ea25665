import { type Preset, presetSettings } from '../engine/presets.ts';
import type { Rule, RuleSetting, RuleSettings } from '../engine/types.ts';
import type { RuleWish, RuleWishes } from './rule-wishes.ts';

/** What one place of a configuration says of rules; of all drafts, or of those that its patterns name. */
export interface Layer {
  /** Patterns as in `.gitignore`, from the folder of the configuration that holds for the draft. */
  readonly files?: readonly string[];
  readonly wishes: RuleWishes;
  /** It stands for a preset named by `extends`. */
  readonly preset?: Preset;
}

/** A preset as a layer: it says something of every rule. */
export function presetLayer(rules: readonly Rule[], preset: Preset): Layer {
  return { preset, wishes: new Map(Object.entries(presetSettings(rules, preset))) };
}

/** Lays wishes over settings, the later ones over the earlier; a rule that is not in the settings stays out. */
export function applyWishes(base: RuleSettings, layers: readonly RuleWishes[]): RuleSettings {
  return Object.fromEntries(
    Object.entries(base).map(([id, setting]) => [
      id,
      layers.reduce((under, wishes) => laid(under, wishes.get(id)), setting),
    ]),
  );
}

function laid(under: RuleSetting, wish: RuleWish | undefined): RuleSetting {
  if (!wish) return under;
  const options = wish.options ? { ...under.options, ...wish.options } : under.options;
  return { level: wish.level ?? under.level, options: wish.over ? wish.over(options) : options };
}
