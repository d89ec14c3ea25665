import type { Level, Rule } from '../../server/src/engine/types.ts';

const START = '<!-- rules:start -->';
const END = '<!-- rules:end -->';
const NAMES: Readonly<Record<'zh' | 'en', Readonly<Record<Level, string>>>> = {
  zh: { error: '必改', warning: '请核', info: '建议', hint: '参考', off: '关' },
  en: { error: 'error', warning: 'warning', info: 'info', hint: 'hint', off: 'off' },
};

/** A README with the table between its marks made anew; without marks it is returned as it is. */
export function withRuleTable(readme: string, rules: readonly Rule[], language: 'zh' | 'en'): string {
  const from = readme.indexOf(START);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) return readme;
  return `${readme.slice(0, from + START.length)}\n${ruleTable(rules, language)}${readme.slice(to)}`;
}

function ruleTable(rules: readonly Rule[], language: 'zh' | 'en'): string {
  const names = NAMES[language];
  const head =
    language === 'zh'
      ? ['规则', '查什么', '起草', '定稿', '依据']
      : ['rule', 'finds', 'draft', 'final', 'source'];
  const rows = rules.map(({ meta }) => [
    `[\`${meta.id}\`](server/src/rules/${meta.id}.md)`,
    meta.title.replaceAll('|', '\\|'),
    names[meta.level],
    names[meta.finalLevel],
    meta.source,
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
}
