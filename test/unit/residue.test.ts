import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLines } from '../../server/src/draft/lines.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { INSIDE_FORMS, lineResidue, textResidue, WHOLE_FORMS } from '../../server/src/draft/residue.ts';
import { createTextForms } from '../../server/src/draft/text-forms.ts';
import type { Fix } from '../../server/src/engine/types.ts';
import page from '../../server/src/rules/leftover-page-number.ts';
import web from '../../server/src/rules/leftover-web-text.ts';
import { findingsOf, mark, readMarked } from '../support/marked.ts';

describe('residue: every form finds its example', () => {
  for (const { example, reason, pattern } of WHOLE_FORMS) {
    it(example, () => {
      assert.match(example, pattern);
      assert.deepEqual(lineResidue(example, 0), [
        {
          span: { start: 0, end: example.length },
          kind: reason === 'page-number' ? 'page-number' : 'web-text',
          reason,
          wholeLine: true,
        },
      ]);
    });
  }
  for (const { example, reason, pattern } of INSIDE_FORMS) {
    it(example, () => {
      const { text } = readMarked(example);
      assert.ok([...text.matchAll(pattern)].length === 1);
      const found = lineResidue(text, 0);
      assert.deepEqual(
        found.map((residue) => residue.reason),
        [reason],
      );
      assert.equal(
        mark(
          text,
          found.map(({ span }) => span),
        ),
        example,
      );
    });
  }
});

describe('residue: a bare page number', () => {
  const BEFORE = '一年来，我们坚持稳中求进，推动经济运行';
  const AFTER = '持续向好，民生保障更加有力。';
  const found = (...lines: string[]): string[] => {
    const text = lines.join('\n');
    return textResidue(readLines(text, createTextForms())).map(({ span }) =>
      text.slice(span.start, span.end),
    );
  };

  it('stands alone in the middle of a sentence', () => {
    assert.deepEqual(found('同志们：', BEFORE, '12', AFTER), ['12']);
    assert.deepEqual(found(BEFORE, '', '  7  ', '', AFTER), ['7']);
  });

  const NONE: readonly (readonly [string, readonly string[]])[] = [
    ['a figure that the line before waits for', [`${BEFORE}，新增就业超过`, '12', AFTER]],
    ['a figure that the line after counts', [BEFORE, '12', '万人参加，反响热烈。']],
    ['a number after a closed sentence', [`${BEFORE}良好。`, '12', AFTER]],
    ['a number under a title', ['市长在全市经济工作会议上的讲话', '12', AFTER]],
    ['a number at the end', [BEFORE, '12']],
    ['the cells of a table', ['地区生产总值', '12', '亿元', '8']],
    ['the numbers of a list', [`${BEFORE}，`, '1', `${BEFORE}，`, '2', AFTER]],
    ['a year', [BEFORE, '2024', AFTER]],
  ];
  for (const [what, lines] of NONE) it(`is not ${what}`, () => assert.deepEqual(found(...lines), []));
});

describe('residue: a doubled title', () => {
  const TITLE = '在全市经济工作会议上的讲话';
  const found = (text: string): string[] =>
    textResidue(readLines(text, createTextForms())).map(({ reason, span }) => `${reason} ${span.start}`);

  it('is the second of two', () => {
    assert.deepEqual(found(`${TITLE}\n${TITLE}\n同志们：`), ['doubled-title 14']);
    assert.deepEqual(found(`# ${TITLE}\n\n　${TITLE}\n同志们：`), ['doubled-title 18']);
  });

  it('is a title, and the same one, right below', () => {
    assert.deepEqual(found(`${TITLE}\n${TITLE.replace('市', '县')}\n同志们：`), []);
    assert.deepEqual(found(`${TITLE}\n同志们：\n要落实。\n${TITLE}\n同志们：`), []);
    assert.deepEqual(found('要狠抓落实\n要狠抓落实\n'), []);
  });
});

describe('residue: taking a line away as its safe fix does', () => {
  const BODY = [
    '要加快项目建设，做到早开工、早投产、早达效，推动',
    '产业迈向中高端，形成新的增长点，',
    '各级各部门要密切配合。',
    '一、提高认识',
    '（一）狠抓落实，务求实效',
    '　　今年是关键之年，任务繁重而艰巨，需要我们一道努力',
    '',
    '同志们：',
  ];
  const RESIDUE = ['-3-', '— 12 —', '　　第 3 页 共 10 页  ', '下一篇：无', '  版权归原作者所有', '8 / 12'];
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...BODY) },
    { weight: 1, arbitrary: fc.constantFrom(...RESIDUE) },
  );
  // One line end a text: a lone CR before a lone LF would read as one.
  const draft = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 13 }), ends)
    .map(([lines, end]) => lines.join(end));
  const read = (text: string) =>
    readDraft(text).speeches.map(({ paragraphs }) =>
      paragraphs.map(({ text: words, role, breaks }) => ({ words, role, breaks })),
    );
  const safeFixes = (text: string): readonly Fix[] =>
    [page, web].flatMap((rule) =>
      findingsOf(rule, text).flatMap(({ fixes }) => fixes.filter((fix) => fix.safety === 'safe')),
    );

  it('leaves every paragraph as it was read, one fix alone and all together', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const before = read(text);
        const fixes = safeFixes(text);
        for (const fix of fixes) assert.deepEqual(read(applied(text, [fix])), before);
        const clean = applied(text, fixes);
        assert.deepEqual(read(clean), before);
        assert.deepEqual(safeFixes(clean), []);
      }),
      { numRuns: 300 },
    );
  });

  it('joins the broken sentence, with any line end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `${BODY[0]}${end} -5- ${end}${BODY[1]}${end}`;
      assert.equal(applied(text, safeFixes(text)), `${BODY[0]}${end}${BODY[1]}${end}`);
    }
  });

  it('is no safe fix for the label that parts two speeches', () => {
    const text = `${BODY[2]}\n第二篇：在表彰大会上的讲话\n${BODY[2]}`;
    const [label] = findingsOf(web, text);
    assert.deepEqual(
      label?.fixes.map(({ safety }) => safety),
      ['suggestion'],
    );
  });

  /** Edits must not overlap, or they could not be applied together. */
  function applied(text: string, fixes: readonly Fix[]): string {
    let out = '';
    let at = 0;
    const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => a.span.start - b.span.start);
    for (const { span, newText } of edits) {
      assert.ok(span.start >= at, 'edits overlap');
      out += text.slice(at, span.start) + newText;
      at = span.end;
    }
    return out + text.slice(at);
  }
});
