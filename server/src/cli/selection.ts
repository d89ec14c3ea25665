import path from 'node:path';
import { LEVELS } from '../config/levels.ts';
import type { ConfigLayers } from '../config/loader.ts';
import { suggestion } from '../config/nearest.ts';
import type { Preset } from '../engine/presets.ts';
import type { Level, Rule } from '../engine/types.ts';

/** Options that choose files and settings, as the command line gives them. */
export interface SelectionOptions {
  readonly preset?: Preset;
  readonly config?: string | boolean;
  readonly stdinFilename?: string;
}

/** The layers that flags make around configuration files. */
export function layersOf(
  { preset, config }: SelectionOptions,
  cwd: string,
  levels: Readonly<Record<string, Level>> = {},
): ConfigLayers {
  return {
    ...(preset ? { preset } : {}),
    ...(config === false ? { file: false as const } : {}),
    ...(typeof config === 'string' ? { file: path.resolve(cwd, config) } : {}),
    ...(Object.keys(levels).length > 0 ? { levels } : {}),
  };
}

/** Reads `规则=级别` items. What is wrong with the first bad one is a Chinese sentence. */
export function readLevels(
  items: readonly string[],
  rules: readonly Rule[],
): { readonly levels: Readonly<Record<string, Level>> } | { readonly mistake: string } {
  const ids = rules.map(({ meta }) => meta.id);
  const levels: Record<string, Level> = {};
  for (const item of items) {
    const at = item.indexOf('=');
    const id = at < 0 ? item : item.slice(0, at);
    const level = LEVELS.find((name) => at >= 0 && name === item.slice(at + 1));
    if (!ids.includes(id)) return { mistake: unknownRule(id, rules) };
    if (!level) return { mistake: `--rule 应写作“${id}=级别”，可用的级别：${LEVELS.join('、')}。` };
    levels[id] = level;
  }
  return { levels };
}

/** Says that there is no such rule, with the nearest right name. */
export function unknownRule(id: string, rules: readonly Rule[]): string {
  const close = suggestion(
    id,
    rules.map(({ meta }) => meta.id),
  );
  return `没有名为“${id}”的规则${close || '。'}可用 hegao rules 查看全部规则。`;
}
