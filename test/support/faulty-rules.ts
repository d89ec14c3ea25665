import { paragraphRule, speechRule, workspaceRule } from '../../server/src/engine/define.ts';
import type { Rule } from '../../server/src/engine/types.ts';
import { rules as real } from '../../server/src/rules/index.ts';

const about = { title: '坏的规则', level: 'warning', source: '建议' } as const;

/** Throws something else each time, as an error with a place in it does. */
function createThrower(): () => never {
  let times = 0;
  return () => {
    throw new Error(`第${++times}次`);
  };
}

const fine = () => ({ put: () => undefined, remove: () => undefined, reports: () => [] });

/** Rules that throw, each in another place. */
export const broken: readonly Rule[] = [
  paragraphRule({ ...about, id: 'broken-paragraph', check: createThrower() }),
  speechRule({ ...about, id: 'broken-speech', check: createThrower() }),
  workspaceRule({
    ...about,
    id: 'broken-ahead',
    prepare: createThrower(),
    summarise: createThrower(),
    createIndex: fine,
  }),
  workspaceRule({ ...about, id: 'broken-index', summarise: () => 0, createIndex: createThrower() }),
  workspaceRule({
    ...about,
    id: 'broken-put',
    summarise: () => 0,
    createIndex: () => ({ ...fine(), put: createThrower() }),
  }),
  workspaceRule({
    ...about,
    id: 'broken-reports',
    summarise: () => 0,
    createIndex: () => ({ ...fine(), reports: createThrower() }),
  }),
];

/** The rules of the product: one that follows the others and one that asks the archive throw too, and there are more. */
export const rules: readonly Rule[] = [
  ...broken,
  ...real.map((rule): Rule => {
    const throws = createThrower();
    if (rule.meta.id === 'phrase-repeat' && rule.scope === 'speech')
      return { meta: rule.meta, scope: 'speech', check: throws };
    if (rule.meta.id === 'quote-mismatch' && rule.scope === 'workspace')
      return { ...rule, summarise: throws };
    return rule;
  }),
];

/** The ids of all rules that throw. */
export const BROKEN: readonly string[] = [
  ...broken.map(({ meta }) => meta.id),
  'phrase-repeat',
  'quote-mismatch',
].sort();
