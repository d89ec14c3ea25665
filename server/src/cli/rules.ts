import { rules } from '../rules/index.ts';
import { EXIT, fail, type Shell } from './io.ts';
import { toJson } from './json.ts';
import { unknownRule } from './selection.ts';
import { LEVEL_NAMES } from './summary.ts';
import { textWidth } from './width.ts';

/** `hegao rules`: every rule with its default level. */
export async function listRules(
  { format }: { readonly format: 'text' | 'json' },
  shell: Shell,
): Promise<number> {
  if (format === 'json') {
    const list = rules.map(({ meta, scope }) => ({ ...meta, scope }));
    shell.out.write(`${toJson({ rules: list }, 2)}\n`);
    return EXIT.clean;
  }
  const wide = Math.max(...rules.map(({ meta }) => textWidth(meta.id)));
  for (const { meta } of rules) {
    const level = meta.level === 'off' ? '关闭' : LEVEL_NAMES[meta.level];
    shell.out.write(
      `${meta.id.padEnd(wide)}  ${level} ${meta.level.padEnd('warning'.length)}  ${meta.title}\n`,
    );
  }
  return EXIT.clean;
}

/** `hegao explain ID`: the rule's page. */
export async function explain(id: string, shell: Shell): Promise<number> {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (!rule) return fail(shell, unknownRule(id, rules));
  const { pages } = await import('../rules/pages.generated.ts');
  const { title, level, finalLevel, source } = rule.meta;
  const page = pages[id] ?? `# ${id}\n\n${title}。默认级别 ${level}，定稿时 ${finalLevel}。依据：${source}。`;
  shell.out.write(`${page.trimEnd()}\n`);
  return EXIT.clean;
}
