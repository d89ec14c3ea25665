import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLParseError } from 'yaml';
import type { ConfigNode, Parsed } from './node.ts';

/** Reads one YAML document; an empty one is an empty configuration. */
export function parseYaml(text: string): Parsed {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  const first = document.errors[0];
  if (first) {
    const [start, end] = first.pos;
    return { mistakes: [{ start, end: Math.min(end, text.length), message: explain(first) }] };
  }
  const toNode = (node: Node | null): ConfigNode => {
    const target = isAlias(node) ? (node.resolve(document) ?? null) : node;
    const [start, end] = node?.range ?? [0, 0];
    const place = { start, end, value: target ? (target.toJS(document) as unknown) : null };
    if (isSeq<Node>(target)) return { ...place, items: target.items.map(toNode) };
    if (!isMap<Node, Node | null>(target)) return place;
    const entries = target.items.map(({ key, value }) => ({
      key: String(isScalar(key) ? key.value : key),
      keyStart: key.range?.[0] ?? start,
      keyEnd: key.range?.[1] ?? start,
      node: value
        ? toNode(value)
        : { start: key.range?.[0] ?? start, end: key.range?.[1] ?? end, value: null },
    }));
    return { ...place, entries };
  };
  if (document.contents === null) return { root: { start: 0, end: 0, value: {}, entries: [] } };
  return { root: toNode(document.contents) };
}

function explain({ code, message }: YAMLParseError): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return '这一名称重复出现，请只留一处。';
    case 'TAB_AS_INDENT':
      return '缩进不能用制表符（Tab），请改用空格。';
    case 'BAD_INDENT':
      return '缩进不对：同一级各项要左对齐，下一级要缩进。';
    case 'MULTIPLE_DOCS':
      return '一个配置文件只能有一份内容，请删去“---”以后的部分。';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return '此处不合 YAML 的写法：名称后面要有英文冒号和空格，引号、括号要成对。';
    case 'BAD_ALIAS':
      return '引用的锚点不存在（以 * 开头的值要加引号）。';
    default:
      return `此处不合 YAML 的写法（${message}）。`;
  }
}
