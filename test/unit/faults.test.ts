import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chineseOrdinal } from '../../server/src/draft/numerals.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';

const structure = rules.filter(({ meta }) =>
  /^(?:numbering|level|series|heading|line|promised)-/.test(meta.id),
);
const checker = createChecker(structure, { words: () => undefined });
const settings = presetSettings(structure);
const check = (text: string): readonly Finding[] =>
  checker.check(checker.read(text, 'text'), settings).findings;

const SENTENCES = [
  '要统一思想认识，把各项任务抓紧抓实，确保按期见效。',
  '各县（市、区）要对照清单逐项落实，主要负责同志亲自抓。',
  '上半年完成投资34.8亿元，同比增长14.2%，高于全省平均水平。',
  '要深入一线调查研究，帮助企业解决用地、用工、融资等难题。',
];

/** A sound speech: sections with subsections, and in some of these a series. */
interface Plan {
  readonly sections: readonly (readonly number[])[];
}

const plan: fc.Arbitrary<Plan> = fc.record({
  sections: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 5 }), {
    minLength: 3,
    maxLength: 5,
  }),
});

function write({ sections }: Plan): string[] {
  const number = sections.length === 2 ? '两' : chineseOrdinal(sections.length);
  const lines = ['在全市重点工作推进会上的讲话', '同志们：', `下面，我讲${number}点意见。`];
  sections.forEach((subsections, i) => {
    lines.push(`${chineseOrdinal(i + 1)}、切实抓好第${i + 1}方面工作`, SENTENCES[i % SENTENCES.length]!);
    subsections.forEach((items, j) => {
      lines.push(`（${chineseOrdinal(j + 1)}）抓好重点任务${j + 1}`);
      const series = Array.from(
        { length: items < 2 ? 0 : items },
        (_, k) => `${chineseOrdinal(k + 1)}是抓好第${k + 1}件事`,
      );
      lines.push(SENTENCES[j % SENTENCES.length]! + (series.length > 0 ? `${series.join('；')}。` : ''));
    });
  });
  return lines;
}

const TOP = /^[一二三四五六七八九十]+、/;
const SUB = /^（[一二三四五六七八九十]+）/;

/** Lines that match and are followed, before the level above goes on, by another of the kind. */
function followed(lines: readonly string[], kind: RegExp, above: RegExp | undefined): number[] {
  return lines.flatMap((line, i) => {
    if (!kind.test(line)) return [];
    const next = lines.slice(i + 1).find((l) => kind.test(l) || above?.test(l));
    return next && kind.test(next) ? [i] : [];
  });
}

describe('one fault, one finding', () => {
  it('a sound speech has none', () => {
    fc.assert(
      fc.property(plan, (p) =>
        assert.deepEqual(
          check(write(p).join('\n')).map((f) => f.message),
          [],
        ),
      ),
    );
  });

  const one = (lines: readonly string[], expected: RegExp): Finding => {
    const found = check(lines.join('\n'));
    assert.equal(found.length, 1, found.map((f) => `${f.ruleId} ${f.message}`).join('\n'));
    assert.match(found[0]!.ruleId, expected);
    return found[0]!;
  };
  const fixed = (lines: readonly string[], finding: Finding): string =>
    applyEdits(lines.join('\n'), finding.fixes[0]!.edits);

  for (const [name, kind, above] of [
    ['heading', TOP, undefined],
    ['subheading', SUB, TOP],
  ] as const) {
    it(`a deleted ${name}`, () => {
      fc.assert(
        fc.property(plan, fc.nat(), (p, pick) => {
          const lines = write(p);
          const places = followed(lines, kind, above);
          const victim = places[pick % places.length]!;
          one(
            lines.filter((_, i) => i !== victim),
            /^numbering-(?:gap|duplicate)$/,
          );
        }),
      );
    });

    it(`a repeated number of a ${name}`, () => {
      fc.assert(
        fc.property(plan, fc.nat(), (p, pick) => {
          const lines = write(p);
          const places = followed(lines, kind, above);
          const at = places[pick % places.length]!;
          const next = lines.findIndex((line, i) => i > at && kind.test(line));
          const number = kind.exec(lines[at]!)![0];
          const bad = lines.map((line, i) => (i === next ? line.replace(kind, number) : line));
          const finding = one(bad, /^numbering-duplicate$/);
          assert.equal(fixed(bad, finding), lines.join('\n'));
        }),
      );
    });

    it(`two swapped numbers of ${name}s`, () => {
      fc.assert(
        fc.property(plan, fc.nat(), (p, pick) => {
          const lines = write(p);
          const places = followed(lines, kind, above);
          const at = places[pick % places.length]!;
          const next = lines.findIndex((line, i) => i > at && kind.test(line));
          const [first, second] = [kind.exec(lines[at]!)![0], kind.exec(lines[next]!)![0]];
          const bad = lines.map((line, i) =>
            i === at ? line.replace(kind, second) : i === next ? line.replace(kind, first) : line,
          );
          const finding = one(bad, /^numbering-gap$/);
          if (pick % 2 === 0 || finding.fixes.length > 0) assert.equal(fixed(bad, finding), lines.join('\n'));
        }),
      );
    });
  }

  it('a heading glued to the line before it', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (p, pick) => {
        const lines = write(p);
        const places = lines.flatMap((line, i) => (SUB.test(line) && !line.startsWith('（一）') ? [i] : []));
        const at = places[pick % places.length]!;
        const bad = [...lines.slice(0, at - 1), lines[at - 1]! + lines[at]!, ...lines.slice(at + 1)];
        const finding = one(bad, /^heading-glued$/);
        assert.equal(fixed(bad, finding), lines.join('\n'));
      }),
    );
  });

  it('a line broken in a sentence', () => {
    fc.assert(
      fc.property(plan, fc.nat(), fc.integer({ min: 3, max: 12 }), (p, pick, fromEnd) => {
        const lines = write(p);
        const places = lines.flatMap((line, i) => (line.length > 24 && /。$/.test(line) && i > 3 ? [i] : []));
        const at = places[pick % places.length]!;
        // A short first half may be a heading without a number; at the width of a page lines are long.
        const cut = lines[at]!.length - fromEnd;
        fc.pre(cut > 12 && !/[。；：）]/.test(lines[at]![cut - 1]!));
        const bad = [
          ...lines.slice(0, at),
          lines[at]!.slice(0, cut),
          lines[at]!.slice(cut),
          ...lines.slice(at + 1),
        ];
        const finding = one(bad, /^line-broken$/);
        assert.equal(fixed(bad, finding), lines.join('\n'));
      }),
    );
  });

  for (const [name, respell, rule] of [
    ['promoted', (n: string) => `${n}、`, /^numbering-style$/],
    ['lowered', (n: string) => `${'零一二三四五六七八九'.indexOf(n)}.`, /^numbering-style$/],
    ['restyled', (n: string) => `(${n})`, /^numbering-style$/],
    ['marked', (n: string) => `（${n}）、`, /^numbering-style$/],
  ] as const) {
    it(`a ${name} subheading`, () => {
      fc.assert(
        fc.property(plan, fc.nat(), (p, pick) => {
          const lines = write(p);
          const places = followed(lines, SUB, TOP);
          const at = places[pick % places.length]!;
          const bad = lines.map((line, i) =>
            i === at ? line.replace(/^（(.)）/, (_, n) => respell(n)) : line,
          );
          assert.equal(fixed(bad, one(bad, rule)), lines.join('\n'));
        }),
      );
    });
  }

  it('a level left out in one section', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (p, pick) => {
        const lines = write(p);
        const tops = lines.flatMap((line, i) => (TOP.test(line) ? [i] : []));
        const which = pick % tops.length;
        const [from, to = lines.length] = [tops[which]!, tops[which + 1]];
        const digit = (n: string): string => `${'零一二三四五六七八九'.indexOf(n)}.`;
        const bad = lines.map((line, i) =>
          i > from && i < to ? line.replace(/^（(.)）/, (_, n) => digit(n)) : line,
        );
        assert.equal(fixed(bad, one(bad, /^level-skip$/)), lines.join('\n'));
      }),
    );
  });

  it('an item of a series in another counter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 7 }),
        fc.nat(),
        fc.constantFrom('第N，', '其N，', 'N、', '（N）'),
        (length, pick, form) => {
          const at = 1 + (pick % (form.endsWith('，') && form !== '其N，' ? length : length - 1));
          fc.pre(!(form === '其N，' && at > 6));
          const write = (k: number, item: string): string =>
            `${item.replace('N', chineseOrdinal(k))}抓好这件事`;
          const series = (wrong: number): string[] =>
            Array.from({ length }, (_, i) => write(i + 1, i + 1 === wrong ? form : 'N是'));
          const bad = ['同志们：', `要抓好几件事。${series(at).join('；')}。`];
          assert.equal(
            fixed(bad, one(bad, /^series-style$/)),
            `同志们：\n要抓好几件事。${series(0).join('；')}。`,
          );
        },
      ),
    );
  });

  for (const [name, spoil, rule] of [
    ['gap', (k: number, n: number) => (k < n ? k : k + 1), /^series-gap$/],
    ['repeat', (k: number, n: number) => (k === n ? k - 1 : k), /^series-duplicate$/],
  ] as const) {
    it(`a series with a ${name}`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 3, max: 7 }), fc.nat(), (length, pick) => {
          const at = 2 + (pick % (length - 1));
          const numbers = Array.from({ length }, (_, i) => spoil(i + 1, at));
          fc.pre(!(name === 'gap' && at > length));
          const text = `要抓好几件事。${numbers.map((n, i) => `${chineseOrdinal(n)}是抓好第${i + 1}件事`).join('；')}。`;
          const sound = `要抓好几件事。${numbers.map((_, i) => `${chineseOrdinal(i + 1)}是抓好第${i + 1}件事`).join('；')}。`;
          const finding = one(['同志们：', text], rule);
          assert.equal(fixed(['同志们：', text], finding), `同志们：\n${sound}`);
        }),
      );
    });
  }

  it('a promise changed by one', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(-1, 1), (p, by) => {
        const lines = write(p);
        const count = p.sections.length + by;
        const bad = lines.map((line) =>
          line.replace(/讲.点意见/, `讲${count === 2 ? '两' : chineseOrdinal(count)}点意见`),
        );
        one(bad, /^promised-count$/);
      }),
    );
  });
});
