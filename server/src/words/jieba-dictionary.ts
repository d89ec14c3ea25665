/** A line of a user dictionary that nodejieba would drop in silence, misread, or break a word with. */
export interface DictionaryFault {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Exclusive. */
  readonly endColumn: number;
  /** One Chinese sentence: what is wrong and what to do. */
  readonly message: string;
}

/** The text of a user dictionary that is safe to hand to nodejieba, or what is wrong with it (at least one fault). */
export type CheckedDictionary =
  | { readonly text: string; readonly faults?: never }
  | { readonly faults: readonly DictionaryFault[]; readonly text?: never };

/** One entry; a word without a tag has the empty one. */
export interface DictionaryEntry {
  readonly word: string;
  readonly tag: string;
}

/** More faults than these are counted, not listed. */
const LISTED = 20;
const HIGHEST = 2 ** 31 - 1;
const FORM = '每行应为“词”“词 词性”或“词 词频 词性”';

/**
 * Checks every line of a jieba user dictionary: `word`, `word tag` or `word frequency tag`, one space between,
 * UTF-8 without a mark, line feeds alone. Empty lines are nothing.
 */
export function checkJiebaDictionary(bytes: Uint8Array): CheckedDictionary {
  const lines = decodeLines(bytes);
  const carriage = lines.filter((line) => line?.endsWith('\r')).length;
  const first = lines.findIndex((line) => line?.endsWith('\r'));
  const faults = lines.flatMap((line, i) => {
    if (line === undefined)
      return [fault(i, 0, 0, '这一行不是 UTF-8 编码，请把词典另存为 UTF-8（不带 BOM）。')];
    const own = line.endsWith('\r') ? line.slice(0, -1) : line;
    const message = `共${carriage}行以回车换行（CRLF）结尾，jieba 会把回车算进词性，请改用 LF 换行保存。`;
    const ending = i === first ? [fault(i, own.length, line.length, message)] : [];
    const wrong = i === 0 && own.startsWith('\ufeff') ? markFault() : lineFault(own, i);
    return wrong ? [wrong, ...ending] : ending;
  });
  if (faults.length === 0) return { text: lines.join('\n') };
  if (faults.length <= LISTED) return { faults };
  const next = faults[LISTED]!;
  const rest = `另有${faults.length - LISTED}处有误，从这一行起没有逐一列出。${next.message}`;
  return { faults: [...faults.slice(0, LISTED), { ...next, message: rest }] };
}

/** The entries of a dictionary that was found sound. */
export function entriesOf(text: string): readonly DictionaryEntry[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [word, second = '', third] = line.split(' ');
      return { word: word!, tag: third || second };
    });
}

/** Lines without their line feeds; undefined for those that are not UTF-8. */
function decodeLines(bytes: Uint8Array): readonly (string | undefined)[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes).split('\n');
  } catch {
    const lines: (string | undefined)[] = [];
    for (let from = 0; from <= bytes.length; ) {
      const found = bytes.indexOf(0x0a, from);
      const to = found < 0 ? bytes.length : found;
      lines.push(decodeLine(decoder, bytes.subarray(from, to)));
      from = to + 1;
    }
    return lines;
  }
}

function decodeLine(
  decoder: { readonly decode: (bytes: Uint8Array) => string },
  bytes: Uint8Array,
): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function markFault(): DictionaryFault {
  return fault(0, 0, 1, '文件开头有 BOM 标记，第一个词会因此失效，请另存为不带 BOM 的 UTF-8。');
}

/** What is wrong with a line without its line end; the first thing alone, since the rest follows from it. */
function lineFault(line: string, i: number): DictionaryFault | undefined {
  if (line === '') return undefined;
  const odd = /[\u0000-\u001f\u007f\u0085\u00a0\u3000\ufeff]/.exec(line);
  if (odd) {
    return fault(i, odd.index, odd.index + 1, `有制表符、全角空格或控制字符，各列之间只能用一个半角空格。`);
  }
  const columns = line.endsWith(' ') ? line.slice(0, -1).split(' ') : line.split(' ');
  const [word, second, third] = columns;
  const starts = columns.map((_, n) => columns.slice(0, n).join(' ').length + (n > 0 ? 1 : 0));
  if (word === '') return fault(i, 0, 1, `缺少词：行首不能有空格。${FORM}。`);
  const empty = columns.indexOf('');
  if (empty > 0) return fault(i, starts[empty]! - 1, starts[empty]! + 1, '两列之间只能有一个半角空格。');
  if (columns.length > 3) {
    return fault(i, starts[3]!, line.length, `多出${columns.length - 3}列，jieba 会丢弃整行。${FORM}。`);
  }
  if (columns.length === 2 && /^[-+]?[\d.]+$/.test(second!)) {
    const message = `缺少词性：只有两列时第二列会被当作词性，写词频时应写满三列，例如“${word} ${second} n”。`;
    return fault(i, starts[1]!, line.length, message);
  }
  return third === undefined ? undefined : frequencyFault(second!, i, starts[1]!);
}

function frequencyFault(frequency: string, i: number, at: number): DictionaryFault | undefined {
  const wrong = (message: string) => fault(i, at, at + frequency.length, message);
  if (!/^\d+$/.test(frequency)) return wrong(`词频应为正整数，不能是“${frequency}”。${FORM}。`);
  if (Number(frequency) === 0) return wrong('词频不能为0：jieba 会因此连原有的词也切不出来。');
  return Number(frequency) > HIGHEST ? wrong(`词频不能超过${HIGHEST}。`) : undefined;
}

/** From a 0-based line and 0-based columns. */
function fault(line: number, from: number, to: number, message: string): DictionaryFault {
  return { line: line + 1, column: from + 1, endColumn: to + 1, message };
}
