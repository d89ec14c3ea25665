import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkJiebaDictionary, entriesOf } from '../../server/src/words/jieba-dictionary.ts';

const check = (text: string | Uint8Array) => checkJiebaDictionary(Buffer.from(text as string));

/** Faults as `line:column-endColumn message`. */
function faults(text: string | Uint8Array): string[] {
  return (check(text).faults ?? []).map(
    ({ line, column, endColumn, message }) => `${line}:${column}-${endColumn} ${message}`,
  );
}

function assertFault(text: string | Uint8Array, expected: RegExp): void {
  const found = faults(text);
  assert.equal(found.length, 1, found.join('\n'));
  assert.match(found[0]!, expected);
}

describe('checking a jieba user dictionary', () => {
  it('lets sound lines pass, empty ones too, and reads them', () => {
    const text = '链主企业\n云计算 n\n\n数字孪生 300 nz\nC++ 5 nx\n末尾空格 7 n \n';
    assert.deepEqual(check(text), { text });
    assert.deepEqual(entriesOf(text), [
      { word: '链主企业', tag: '' },
      { word: '云计算', tag: 'n' },
      { word: '数字孪生', tag: 'nz' },
      { word: 'C++', tag: 'nx' },
      { word: '末尾空格', tag: 'n' },
    ]);
    assert.deepEqual(check(''), { text: '' });
  });

  it('names a BOM', () => assertFault('\ufeff云计算 n\n', /^1:1-2 文件开头有 BOM 标记/));

  it('names CRLF once, with its first line and how many there are', () =>
    assertFault('云计算 n\n数据 n\r\n算力 3 n\r\n', /^2:5-6 共2行以回车换行（CRLF）结尾.*LF/));

  it('names a frequency of zero', () => {
    assertFault('云计算 n\n市委 0 n\n', /^2:4-5 词频不能为0/);
    assertFault('市委 000 n', /^1:4-7 词频不能为0/);
  });

  it('names a frequency that is no whole number, or too great', () => {
    for (const wrong of ['5.5', '-3', '+3', '1e3', '3个', 'n', '３']) {
      assertFault(`云计算 ${wrong} n\n`, /^1:5-\d+ 词频应为正整数，不能是“/);
    }
    assertFault('云计算 2147483648 n', /^1:5-15 词频不能超过2147483647/);
    assert.deepEqual(faults('云计算 2147483647 n'), []);
  });

  it('names a missing column', () => assertFault('云计算 300\n', /^1:5-8 缺少词性：.*“云计算 300 n”/));

  it('names columns too many', () => assertFault('云计算 3 n 备注 x\n', /^1:9-13 多出2列，jieba 会丢弃整行/));

  it('names a missing word', () => {
    assertFault('好 n\n 云计算 n\n', /^2:1-2 缺少词：行首不能有空格/);
    assertFault(' ', /^1:1-2 缺少词/);
  });

  it('names what stands between columns besides one space', () => {
    assertFault('云计算  n', /^1:4-6 两列之间只能有一个半角空格/);
    assertFault('云计算\t3\tn', /^1:4-5 有制表符、全角空格或控制字符/);
    assertFault('云计算　n', /^1:4-5 有制表符/);
    assertFault('云计算 3 n\0', /^1:8-9 有制表符/);
    assertFault('云计算 n\r 算力 n', /^1:6-7 有制表符/);
  });

  it('names lines that are not UTF-8', () => {
    const gb = Buffer.from([0xd4, 0xc6, 0x20, 0x6e]);
    assertFault(Buffer.concat([Buffer.from('好 n\n'), gb, Buffer.from('\n算 n')]), /^2:1-1 这一行不是 UTF-8/);
    assertFault(Buffer.from([0xed, 0xa0, 0x80]), /^1:1-1 这一行不是 UTF-8/);
  });

  it('names each line, the first 20 of them, and counts the rest', () => {
    assert.deepEqual(
      faults('云 0 n\n好 n\n数 n n\n').map((fault) => fault.slice(0, 3)),
      ['1:3', '3:3'],
    );
    const many = faults('云 0 n\n'.repeat(50));
    assert.equal(many.length, 21);
    assert.match(many[20]!, /^21:3-4 另有30处有误.*词频不能为0/);
  });

  it('judges any bytes without throwing, and passes only what reads back as words', () => {
    const line = fc.array(fc.constantFrom('云', 'n', '0', '7', ' ', '\t', '\r', '\n', '.', '\ufeff', '𠮷'));
    fc.assert(
      fc.property(
        fc.oneof(
          line.map((parts) => Buffer.from(parts.join(''))),
          fc.uint8Array(),
        ),
        (bytes) => {
          const { text, faults: found } = checkJiebaDictionary(bytes);
          if (text === undefined) {
            assert.ok(found.length > 0);
            const lines = Buffer.from(bytes).toString().split('\n').length;
            for (const fault of found) assert.ok(fault.line >= 1 && fault.line <= lines && fault.column >= 1);
          } else {
            for (const { word, tag } of entriesOf(text)) {
              assert.match(word, /^\S+$/);
              assert.match(tag, /^\S*$/);
            }
          }
        },
      ),
      { numRuns: 500, examples: [[Buffer.from('|')]] },
    );
  });
});
