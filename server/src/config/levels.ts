import type { Level } from '../engine/types.ts';

/** What may be said of a rule, strongest first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off'];
