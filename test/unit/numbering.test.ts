import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chineseOrdinal, parseOrdinal } from '../../server/src/draft/numerals.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { rules } from '../../server/src/rules/index.ts';
import { findingsOf } from '../support/marked.ts';

const numbering = rules.filter(({ meta }) =>
  ['numbering-gap', 'numbering-duplicate', 'level-skip'].includes(meta.id),
);
const all = (text: string) => numbering.flatMap((rule) => findingsOf(rule, text));

/** A speech with `sizes.length` sections of so many subsections each; one line a heading or body. */
function speech(sizes: readonly number[]): string[] {
  return sizes.flatMap((size, i) => [
    `${chineseOrdinal(i + 1)}、第${i + 1}部分的标题`,
    '这一部分先说总的要求。',
    ...Array.from({ length: size }, (_, j) => [
      `（${chineseOrdinal(j + 1)}）小标题${j + 1}`,
      '要抓好落实。',
    ]).flat(),
  ]);
}

const shape = fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 3, maxLength: 6 });

describe('numbering', () => {
  it('writes and reads Chinese numbers alike', () => {
    for (let value = 1; value < 1000; value++) assert.equal(parseOrdinal(chineseOrdinal(value)), value);
  });

  it('is silent on a sound speech', () => {
    fc.assert(fc.property(shape, (sizes) => assert.deepEqual(all(speech(sizes).join('\n')), [])));
  });

  it('one deleted heading gives one finding, on the first number out of order', () => {
    fc.assert(
      fc.property(shape, fc.nat(), (sizes, pick) => {
        const text = speech(sizes);
        const headings = text.flatMap((line, i) =>
          /^(?:[一二三四五六七八九十]+、|（)/.test(line) ? [i] : [],
        );
        const victim = headings[pick % headings.length]!;
        const isLast = (line: number): boolean => {
          const top = /^[^（]/.test(text[line]!);
          const later = headings.find((h) => h > line && (top ? /^[^（]/ : /./).test(text[h]!));
          return later === undefined || (!top && /^[^（]/.test(text[later]!));
        };
        // The last one of a level leaves no gap; what remains of a last section is a run that starts anew.
        fc.pre(!isLast(victim));
        const found = all(text.filter((_, i) => i !== victim).join('\n'));
        assert.equal(found.length, 1, JSON.stringify(found.map((f) => f.message)));
      }),
    );
  });

  it('one wrong number gives one finding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 9 }),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        (size, pick, wrong) => {
          const at = pick % size;
          fc.pre(wrong !== at + 1);
          // Numbers that start too high are said to lack what is before them, and the rest counts on from there.
          fc.pre(at > 0);
          const text = Array.from(
            { length: size },
            (_, i) => `（${chineseOrdinal(i === at ? wrong : i + 1)}）小标题\n要落实。`,
          );
          const found = all(text.join('\n'));
          assert.equal(found.length, 1, JSON.stringify(found.map((f) => f.message)));
        },
      ),
    );
  });

  it('a swap gives one finding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 9 }), fc.nat(), (size, pick) => {
        const at = pick % (size - 1);
        const order = Array.from({ length: size }, (_, i) => i + 1);
        [order[at], order[at + 1]] = [order[at + 1]!, order[at]!];
        const found = all(order.map((n) => `${chineseOrdinal(n)}、标题\n要落实。`).join('\n'));
        assert.deepEqual(
          found.map((f) => f.ruleId),
          ['numbering-gap'],
        );
      }),
    );
  });

  it('the fix makes the level sound, touches digits only and is done once', () => {
    const text = ['一、甲', '内容。', '二、乙', '内容。', '四、丙', '内容。', '五、丁', '内容。'].join('\n');
    const [finding] = all(text);
    const fixed = applyEdits(text, finding!.fixes[0]!.edits);
    assert.equal(
      fixed,
      ['一、甲', '内容。', '二、乙', '内容。', '三、丙', '内容。', '四、丁', '内容。'].join('\n'),
    );
    assert.deepEqual(all(fixed), []);
  });

  it('keeps the script of the number', () => {
    for (const [text, fixed] of [
      ['1.甲。\n2.乙。\n4.丁。', '1.甲。\n2.乙。\n3.丁。'],
      ['①甲。\n②乙。\n④丁。', '①甲。\n②乙。\n③丁。'],
      ['(一)甲\n内容。\n(三)丙\n内容。', '(一)甲\n内容。\n(二)丙\n内容。'],
    ] as const) {
      assert.equal(applyEdits(text, all(text)[0]!.fixes[0]!.edits), fixed);
    }
  });
});
