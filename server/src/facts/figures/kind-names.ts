import type { FigureKind } from './types.ts';

/** Words for the kinds of figures, as offices have them in their tables. */
const KIND_NAMES: Readonly<Record<FigureKind, string>> = {
  level: '总量',
  growth: '增速',
  change: '增减',
  share: '占比',
  rank: '位次',
  count: '数量',
  target: '目标',
  plan: '计划',
};

/** 总量, 增速, 目标 …. */
export function kindName(kind: FigureKind): string {
  return KIND_NAMES[kind];
}
