import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { RuleMeta } from '../engine/types.ts';
import { describe, show } from './describe.ts';
import { suggestion } from './nearest.ts';
import type { ConfigEntry, ConfigNode, SyntaxMistake } from './node.ts';

/** What is wrong with one option of a rule: its name, or the innermost value that its schema does not allow. */
export function optionMistake(entry: ConfigEntry, { id, options }: RuleMeta): SyntaxMistake | undefined {
  const { key, keyStart, keyEnd, node } = entry;
  const properties = (options as { properties?: Record<string, TSchema> }).properties ?? {};
  const schema = properties[key];
  if (schema) {
    const wrong = innermost(node, schema);
    if (!wrong) return undefined;
    const { start, end, value } = wrong.node;
    return {
      start,
      end,
      message: `规则“${id}”的选项“${key}”不能是${show(value)}${close(value, wrong.schema)}应为${describe(wrong.schema)}。`,
    };
  }
  const names = Object.keys(properties);
  const allowed = names.length === 0 ? '此规则没有选项' : `可用：${names.join('、')}`;
  const near = suggestion(key, [...names, 'severity']);
  return {
    start: keyStart,
    end: keyEnd,
    message: `规则“${id}”没有“${key}”这一选项${near || '，'}${allowed}。`,
  };
}

/** `，是否要写“主持词”？` where the schema lists the values, else a comma. */
function close(value: unknown, schema: TSchema): string {
  const { enum: names = [] } = schema as { enum?: readonly unknown[] };
  const words = names.filter((name) => typeof name === 'string');
  return (typeof value === 'string' && suggestion(value, words)) || '，';
}

function innermost(
  node: ConfigNode,
  schema: TSchema,
): { readonly node: ConfigNode; readonly schema: TSchema } | undefined {
  if (Value.Check(schema, node.value)) return undefined;
  const { items, properties } = schema as { items?: TSchema; properties?: Record<string, TSchema> };
  for (const item of (items && node.items) || []) {
    const wrong = innermost(item, items!);
    if (wrong) return wrong;
  }
  for (const entry of (properties && node.entries) || []) {
    const wrong = properties![entry.key] && innermost(entry.node, properties![entry.key]!);
    if (wrong) return wrong;
  }
  return { node, schema };
}
