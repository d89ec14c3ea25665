import type { TSchema } from 'typebox';

/** The parts of JSON Schema that options use. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
}

/** What a schema allows, as a Chinese phrase: `1至9的整数`, `字符串的列表`, `"a"或"b"`. */
export function describe(schema: TSchema): string {
  return phrase(schema as Shape);
}

function phrase(shape: Shape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join('、');
  if (shape.anyOf) return shape.anyOf.map(phrase).join('或');
  switch (shape.type) {
    case 'integer':
      return `${range(shape)}整数`;
    case 'number':
      return `${range(shape)}数`;
    case 'boolean':
      return 'true 或 false';
    case 'string':
      return '字符串';
    case 'array':
      return `${shape.items ? phrase(shape.items) : '值'}的列表${shape.minItems ? `（至少${shape.minItems}项）` : ''}`;
    case 'object':
      return '对象';
    default:
      return '其他值';
  }
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Shape): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum}至${maximum}的`;
  if (minimum !== undefined) return `不小于${minimum}的`;
  if (exclusiveMinimum !== undefined) return `大于${exclusiveMinimum}的`;
  if (maximum !== undefined) return `不大于${maximum}的`;
  return exclusiveMaximum === undefined ? '' : `小于${exclusiveMaximum}的`;
}

/** A value as a message quotes it, cut short. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return '空值';
  const text = typeof value === 'string' ? `“${value}”` : String(JSON.stringify(value));
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A note after a message where a value looks like a name with a colon of the wrong kind or without a space after it. */
export function colonNote(value: unknown): string {
  const glued = typeof value === 'string' && /^[^\s：:]+(?:：|:(?=\S))/.test(value);
  return glued ? '名称后面要用英文冒号“:”，冒号后面空一格。' : '';
}
