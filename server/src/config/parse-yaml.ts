import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';
import { depthMistake } from './depth.ts';
import type { ConfigNode, Parsed, SyntaxMistake } from './node.ts';

/** Reads one YAML document; an empty one is an empty configuration. Nothing is thrown. */
export function parseYaml(text: string): Parsed {
  const tooDeep = depthMistake(text);
  if (tooDeep) return { mistakes: [tooDeep] };
  try {
    const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
    const first = document.errors[0];
    if (first) return { mistakes: [mistakeOf(first, document, text)] };
    const mistakes = strayAliases(document);
    return mistakes.length > 0 ? { mistakes } : treeOf(document);
  } catch {
    const message = '锚点（&）和引用（*）绕成了圈，或者展开以后过大，请把内容直接写出来。';
    return { mistakes: [{ start: 0, end: 0, message }] };
  }
}

/** References without an anchor; nearly always a pattern that begins with `*`. */
function strayAliases(document: Document.Parsed): readonly SyntaxMistake[] {
  const mistakes: SyntaxMistake[] = [];
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document)) return;
      const [start, end] = node.range ?? [0, 0];
      mistakes.push({ start, end, message: `以 * 开头的值要加英文引号，例如 "*${node.source}"。` });
    },
  });
  return mistakes;
}

function treeOf(document: Document.Parsed): Parsed {
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

/** What is wrong, and where: for a bracket or a quotation mark that is not closed, the place where it was opened. */
function mistakeOf(error: YAMLParseError, document: Document.Parsed, text: string): SyntaxMistake {
  const [at, to] = error.pos;
  const opened = /end with a [\]}]$|^Missing closing/.test(error.message)
    ? lastOpened(document, text, at)
    : undefined;
  if (opened !== undefined) {
    const sign = text[opened]!;
    const message = `“${sign}”没有对应的“${CLOSING[sign]}”，请补上。`;
    return { start: opened, end: opened + 1, message };
  }
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const message = /^ *\t\s*$/.test(line) ? TAB : explain(error, text);
  return { start: at, end: Math.min(to, text.length), message };
}

const TAB = '缩进不能用制表符（Tab），请改用空格。';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/** Where the last bracket or quotation mark before a place was opened that does not end with its partner. */
function lastOpened(document: Document.Parsed, text: string, before: number): number | undefined {
  let last: number | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const partner = CLOSING[text[start]!];
      const closed = end - start > 1 && text[end - 1] === partner;
      if (partner !== undefined && start < before && !closed) last = Math.max(last ?? 0, start);
    },
  });
  return last;
}

const COLON = '名称后面要用英文冒号“:”，冒号后面空一格';

function explain({ code, pos: [at], message }: YAMLParseError, text: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return '这一名称重复出现，请只留一处。';
    case 'TAB_AS_INDENT':
      return TAB;
    case 'BAD_INDENT':
      return '缩进不对：同一级各项要左对齐，下一级要缩进。';
    case 'MULTIPLE_DOCS':
      return '一个配置文件只能有一份内容，请删去“---”以后的部分。';
    case 'MULTILINE_IMPLICIT_KEY':
      return `此处不合 YAML 的写法：${COLON}。`;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return '一行里有两个冒号，或者下一行缩进多了：一行写一项，同一级各项要左对齐；值里有冒号的要加英文引号。';
    case 'BAD_SCALAR_START':
      return `以“${text[at]}”开头的值要加英文引号。`;
    case 'MISSING_CHAR':
      return `此处不合 YAML 的写法：${COLON}，引号、括号要成对。`;
    case 'UNEXPECTED_TOKEN':
      return '此处多出了内容：同一级要么都是“- ”开头的列表，要么都是“名称: 值”，引号、括号要成对。';
    default:
      return `此处不合 YAML 的写法（${message}）。`;
  }
}
