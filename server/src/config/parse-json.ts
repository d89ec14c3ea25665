// The package's main file is UMD, which cannot be bundled.
import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser/lib/esm/main.js';
import { depthMistake } from './depth.ts';
import { type ConfigNode, duplicateKeys, type Parsed, type SyntaxMistake } from './node.ts';

/** Reads JSON, or JSON with comments and trailing commas. */
export function parseJson(text: string, comments: boolean): Parsed {
  if (text.trim() === '') {
    return { mistakes: [{ start: 0, end: 0, message: '文件是空的，至少应写 {}。' }] };
  }
  const tooDeep = depthMistake(text);
  if (tooDeep) return { mistakes: [tooDeep] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  const first = errors[0];
  if (!tree || first) return { mistakes: [mistake(text, first)] };
  const root = toNode(tree);
  const mistakes = duplicateKeys(root);
  return mistakes.length > 0 ? { mistakes } : { root };
}

function toNode(node: Node): ConfigNode {
  const place = { start: node.offset, end: node.offset + node.length, value: getNodeValue(node) as unknown };
  if (node.type === 'array') return { ...place, items: (node.children ?? []).map(toNode) };
  if (node.type !== 'object') return place;
  const entries = (node.children ?? []).map(({ children }) => {
    const [key, value] = children as [Node, Node];
    return {
      key: String(key.value),
      keyStart: key.offset,
      keyEnd: key.offset + key.length,
      node: toNode(value),
    };
  });
  return { ...place, entries };
}

/** The first error alone: the parser's later ones follow from it. */
function mistake(text: string, error: ParseError | undefined): SyntaxMistake {
  if (!error) return { start: 0, end: text.length, message: '不是合法的 JSON。' };
  const { offset, length } = error;
  return {
    start: offset,
    end: Math.min(text.length, offset + length),
    message: WIDE[text[offset]!] ?? explain(printParseErrorCode(error.error)),
  };
}

/** Marks typed with a Chinese keyboard where JSON wants the half-width ones. */
const WIDE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'：:，,“"”"‘"’"｛{｝}【[】]'].flatMap((sign, i, all) =>
    i % 2 === 0 ? [[sign, `此处的 ${sign} 是中文标点，要用英文的 ${all[i + 1]} 。`]] : [],
  ),
);

function explain(code: ReturnType<typeof printParseErrorCode>): string {
  switch (code) {
    case 'InvalidCommentToken':
      return '.json 文件里不能写注释，请删去注释，或把文件改名为 .hegao.jsonc。';
    case 'PropertyNameExpected':
      return '此处应为带双引号的名称（最后一项后面不能有逗号）。';
    case 'ValueExpected':
      return '此处缺少值（最后一项后面不能有逗号）。';
    case 'ColonExpected':
      return '名称后面缺少英文冒号“:”。';
    case 'CommaExpected':
      return '两项之间缺少英文逗号“,”。';
    case 'CloseBraceExpected':
      return '缺少右花括号“}”。';
    case 'CloseBracketExpected':
      return '缺少右方括号“]”。';
    case 'EndOfFileExpected':
      return '配置已经结束，后面不应再有内容。';
    case 'UnexpectedEndOfString':
      return '字符串缺少右双引号。';
    case 'UnexpectedEndOfComment':
      return '注释没有结束，缺少“*/”。';
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
    case 'InvalidCharacter':
      return '字符串里有不合法的字符（反斜杠应写作“\\\\”）。';
    default:
      return '此处不合 JSON 的写法（名称和字符串要用英文双引号）。';
  }
}
