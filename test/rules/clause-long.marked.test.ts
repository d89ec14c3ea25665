import assert from 'node:assert/strict';
import clauseLong from '../../server/src/rules/clause-long.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

/** A clause of so many characters, all different from a pause. */
const clause = (length: number): string => '要把各项工作抓紧抓实抓出成效'.repeat(8).slice(0, length);
const FRONT = '在全市工作会议上的讲话\n同志们：\n';

describe('clause-long', () => {
  it('37 characters are too many, 36 are not', () => {
    assertMarked(clauseLong, `${FRONT}〖${clause(37)}〗，抓好落实。\n${clause(36)}，抓好落实。`);
  });

  it('figures count as they are read', () => {
    const written = `${clause(26)}增长8.5%到2025年`;
    assert.equal(written.length, 26 + 6 + 6);
    assertMarked(clauseLong, `${FRONT}〖${written}〗。`);
    assert.match(findingsOf(clauseLong, `${FRONT}${written}。`)[0]!.message, /连着40个字/);
    assertMarked(clauseLong, `${FRONT}${clause(32)}1000000元。`);
  });

  for (const pause of ['，', '、', '；', '：', '。', '！', '——', '……', '（含', '）', ' ', '　', ','])
    it(`“${pause}” is a pause`, () =>
      assertMarked(clauseLong, `${FRONT}${clause(30)}${pause}${clause(30)}。`));

  for (const join of ['“', '”', '《', '·', '-'])
    it(`“${join}” is none`, () => {
      const inner = { '“': '”', '《': '》' }[join] ?? '';
      assert.equal(findingsOf(clauseLong, `${FRONT}${clause(30)}${join}甲${inner}${clause(30)}。`).length, 1);
    });

  it('titles, headings, speakers and the rest before the salutation are left alone', () => {
    assertMarked(
      clauseLong,
      [
        `在${clause(40)}会议上的讲话`,
        `2025年1月14日在${clause(40)}会议上`,
        '各位代表：',
        `一、${clause(44)}`,
        '今年抓好几件事。',
        `二、${clause(44)}`,
        '抓好落实。',
      ].join('\n'),
    );
  });

  it('names of documents and quotations do not count', () => {
    assertMarked(clauseLong, `${FRONT}落实《${clause(50)}》，大家说“${clause(50)}”很好。`);
    assertMarked(clauseLong, `${FRONT}大家说：“${clause(20)}，${clause(50)}。${clause(50)}”。`);
    assertMarked(clauseLong, `${FRONT}“${clause(20)}，好”，〖${clause(40)}〗。`);
  });

  it('the number is an option', () => {
    assertMarked(clauseLong, `${FRONT}〖${clause(21)}〗，${clause(20)}。`, undefined, { characters: 20 });
  });
});
