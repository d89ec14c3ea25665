import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/edit.ts';
import levelSkip from '../../server/src/rules/level-skip.ts';
import rule from '../../server/src/rules/numbering-style.ts';
import { assertMarked, findingsOf, readMarked } from '../support/marked.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

/** What each fix of the one finding in marked text makes of it, by its title. */
function fixes(marked: string, of = rule): Record<string, string> {
  assertMarked(of, marked);
  const { text } = readMarked(marked);
  const [finding] = findingsOf(of, text);
  return Object.fromEntries(finding!.fixes.map(({ title, edits }) => [title, applyEdits(text, edits)]));
}

describe('numbering-style', () => {
  it('two headings of two forms: the one that the standard lacks', () => {
    const sound = lines('（一）抓项目。要快。', '（二）抓招商。要实。');
    assert.deepEqual(fixes(lines('〖(一)〗抓项目。要快。', '（二）抓招商。要实。')), { 统一序号写法: sound });
    assert.deepEqual(fixes(lines('（一）抓项目。要快。', '〖(二)〗抓招商。要实。')), { 统一序号写法: sound });
    assertMarked(rule, lines('〖1、〗抓项目。', '2.抓招商。'));
    assertMarked(rule, lines('一、抓项目。', '〖二.〗抓招商。'));
  });

  it('one full-width number in a speech with half-width ones: the level first, then the standard', () =>
    assert.deepEqual(
      fixes(lines('(一)抓项目。', '〖（二）〗抓招商。', '(三)抓环境。', '1、快。', '2、实。')),
      {
        '改成与同级一致（如“(一)”，共1处）': lines(
          '(一)抓项目。',
          '(二)抓招商。',
          '(三)抓环境。',
          '1、快。',
          '2、实。',
        ),
        统一序号写法: lines('（一）抓项目。', '（二）抓招商。', '（三）抓环境。', '1.快。', '2.实。'),
      },
    ));

  it('a heading of another level is put back', () => {
    const sections = (third: string): string =>
      lines(
        '一、工作安排',
        '（一）抓项目。',
        '（二）抓招商。',
        `${third}抓环境。`,
        '（四）抓作风。',
        '二、工作要求',
        '要加强领导。',
      );
    for (const wrong of ['三、', '3.', '(三)', '（三）、'])
      assert.deepEqual(fixes(sections(`〖${wrong}〗`)), { 统一序号写法: sections('（三）') });
  });

  it('keeps Markdown headings in step', () => {
    const text =
      '## 一、安排\n\n### （一）甲\n\n快。\n\n## 二、乙\n\n实。\n\n### （三）丙\n\n好。\n\n## 二、要求\n\n严。\n';
    const [finding] = findingsOf(rule, text, undefined, 'markdown');
    assert.equal(
      applyEdits(text, finding!.fixes[0]!.edits),
      '## 一、安排\n\n### （一）甲\n\n快。\n\n### （二）乙\n\n实。\n\n### （三）丙\n\n好。\n\n## 二、要求\n\n严。\n',
    );
  });

  it('sections that changed places or lost a neighbour keep their level', () => {
    for (const text of [
      lines('一、甲', '（一）快。', '（二）实。', '三、乙', '要严。', '二、丙', '要好。'),
      lines('一、甲', '要快。', '二、乙', '（一）快。', '（二）实。', '三、丙', '要好。', '四、丁', '要好。'),
      lines('一、甲', '（一）快。', '（二）实。', '三、乙', '要严。', '四、丙', '要好。'),
    ])
      assertMarked(rule, text);
  });
});

describe('level-skip: the fix', () => {
  const speech = (mark: (n: number) => string): string =>
    lines(
      ...['一、认识', '（一）甲。', '（二）乙。', '二、重点'],
      ...[1, 2, 3].map((n) => `${mark(n)}抓好这件事。`),
      ...['三、领导', '（一）丙。', '（二）丁。'],
    );

  it('writes the list as the other sections are written', () =>
    assert.deepEqual(
      fixes(
        speech((n) => (n === 1 ? '〖1.〗' : `${n}.`)),
        levelSkip,
      ),
      {
        '改成“（一）”一级（共3处）': speech((n) => `（${'一二三'[n - 1]}）`),
      },
    ));

  it('has none where the list has lists of its own', () => {
    const text = speech((n) => `${n}.`).replace('2.抓好这件事。', '2.抓好这件事。\n（1）快。\n（2）实。');
    const [finding] = findingsOf(levelSkip, text);
    assert.deepEqual(finding!.fixes, []);
  });
});
