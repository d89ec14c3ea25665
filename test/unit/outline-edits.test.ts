import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chineseOrdinal } from '../../server/src/draft/numerals.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Draft, DraftKind, Heading, Speech } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import {
  demote,
  moveSection,
  normaliseStyle,
  type OutlineChange,
  promote,
  renumberAll,
} from '../../server/src/engine/outline-edits.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';

const numbering = rules.filter(({ meta }) =>
  ['numbering-gap', 'numbering-duplicate', 'level-skip'].includes(meta.id),
);
const checker = createChecker(numbering, { words: () => undefined });
const settings = presetSettings(numbering);

function defects(text: string, kind: DraftKind): string[] {
  return checker.check(checker.read(text, kind), settings).findings.map(({ message }) => message);
}

type Form = (ordinal: number) => string;
const han: Form = (n) => `${chineseOrdinal(n)}、`;
const wide: Form = (n) => `（${chineseOrdinal(n)}）`;
const narrow: Form = (n) => `(${chineseOrdinal(n)})`;
const digit: Form = (n) => `${n}.`;
const comma: Form = (n) => `${n}、`;
const bracketed: Form = (n) => `（${n}）`;
const circled: Form = (n) => String.fromCharCode(0x245f + n);
const prefixed =
  (prefix: string, form: Form): Form =>
  (n) =>
    `${prefix}${form(n)}`;

/** Ways to write the levels, the outermost first. */
const LADDERS: readonly { readonly kind: DraftKind; readonly forms: readonly Form[] }[] = [
  { kind: 'text', forms: [han, wide, digit, bracketed, circled] },
  { kind: 'text', forms: [han, wide, digit] },
  { kind: 'text', forms: [han, digit] },
  { kind: 'text', forms: [wide, digit, bracketed] },
  { kind: 'text', forms: [han, narrow, comma] },
  { kind: 'text', forms: [(n) => `第${chineseOrdinal(n)}部分　`, han, wide] },
  {
    kind: 'markdown',
    forms: [prefixed('## ', han), prefixed('### ', wide), prefixed('#### ', digit)],
  },
  { kind: 'markdown', forms: [prefixed('## ', han), wide, (n) => `${n}. `] },
];

interface Node {
  readonly lines: number;
  readonly blank: boolean;
  readonly runIn: boolean;
  readonly children: readonly Node[];
}

const node = (depth: number): fc.Arbitrary<Node> =>
  fc.record({
    lines: fc.integer({ min: 0, max: 2 }),
    blank: fc.boolean(),
    runIn: fc.boolean(),
    children: depth === 0 ? fc.constant([]) : fc.oneof(fc.constant([]), nodes(depth - 1)),
  });
const nodes = (depth: number): fc.Arbitrary<readonly Node[]> =>
  fc.array(node(depth), { minLength: 2, maxLength: 3 });

interface Sample {
  readonly text: string;
  readonly kind: DraftKind;
  readonly eol: string;
}

/** Sound drafts: every level counts from 1, every line has words of its own. */
const sample: fc.Arbitrary<Sample> = fc
  .constantFrom(...LADDERS)
  .chain(({ kind, forms }) =>
    fc.record({
      tree: nodes(forms.length - 1),
      kind: fc.constant(kind),
      forms: fc.constant(forms),
      eol: fc.constantFrom('\n', '\r\n'),
      indent: fc.constantFrom('', '　　'),
      ended: fc.boolean(),
    }),
  )
  .map(({ tree, kind, forms, eol, indent, ended }) => {
    const lines = ['同志们：', '今天的会议很重要，先讲总的要求。'];
    let serial = 0;
    const write = (list: readonly Node[], depth: number): void => {
      list.forEach(({ lines: count, blank, runIn, children }, i) => {
        const name = chineseOrdinal(++serial);
        const head = `${forms[depth]!(i + 1)}抓好${name}号事项`;
        const inner = depth === 0 || kind === 'markdown' ? '' : indent;
        lines.push(`${inner}${head}${runIn ? `。事项${name}要抓紧抓实。` : ''}`);
        for (let k = 0; k < count; k++) lines.push(`${indent}事项${name}的第${k + 1}段话，要逐项落实。`);
        if (blank) lines.push('');
        write(children, depth + 1);
      });
    };
    write(tree, 0);
    while (lines.at(-1) === '') lines.pop();
    return { text: lines.join(eol) + (ended ? eol : ''), kind, eol };
  });

const pick = fc.nat();

function open({ text, kind }: Pick<Sample, 'text' | 'kind'>): { draft: Draft; speech: Speech } {
  const draft = readDraft(text, kind);
  assert.equal(draft.speeches.length, 1);
  return { draft, speech: draft.speeches[0]! };
}

type Act = (draft: Draft, speech: Speech, heading: Heading) => OutlineChange;
const up: Act = (draft, speech, heading) => moveSection(draft, speech, heading, 'up');
const down: Act = (draft, speech, heading) => moveSection(draft, speech, heading, 'down');

/** The text after `act` on the heading chosen; undefined where it is refused. */
function done(act: Act, from: Sample, choose: (speech: Speech) => Heading): Sample | undefined {
  const { draft, speech } = open(from);
  const change = act(draft, speech, choose(speech));
  return 'edits' in change ? { ...from, text: applyEdits(from.text, change.edits) } : undefined;
}

const nth =
  (n: number) =>
  ({ headings }: Speech): Heading =>
    headings[n % headings.length]!;
const titled =
  (title: string) =>
  ({ headings }: Speech): Heading =>
    headings.find((heading) => heading.title === title)!;

const MARKER =
  /^([ \t　]*)(?:#{1,6} )?(?:第.{1,3}部分|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.、]|[（(]\d+[）)]|[①-⑳])[ 　]*/;

/** What no edit of the outline may change: the words of each line with its indent, and which line ends there are. */
function words({ text, eol }: Sample): { lines: string[]; ends: number } {
  const lines = text.split(eol);
  return {
    lines: lines.map((line) => line.replace(MARKER, '$1')).sort(),
    ends: lines.length,
  };
}

const ACTS: Readonly<Record<string, Act>> = { promote, demote, up, down };

describe('edits of the outline', () => {
  for (const [name, act] of Object.entries(ACTS)) {
    it(`${name}: nothing but markers changes, and sound numbers stay sound`, () => {
      let tried = 0;
      fc.assert(
        fc.property(sample, pick, (before, n) => {
          assert.deepEqual(defects(before.text, before.kind), []);
          const after = done(act, before, nth(n));
          fc.pre(after !== undefined);
          tried++;
          assert.deepEqual(words(after), words(before));
          assert.deepEqual(defects(after.text, after.kind), []);
          assert.doesNotMatch(after.text.replaceAll(before.eol, ''), /[\r\n]/);
        }),
        { numRuns: 120 },
      );
      assert.ok(tried >= 100);
    });
  }

  it('down and up again, or up and down again, is nothing', () => {
    fc.assert(
      fc.property(sample, pick, fc.boolean(), (before, n, first) => {
        const [act, back] = first ? [down, up] : [up, down];
        const { title } = nth(n)(open(before).speech);
        const between = done(act, before, nth(n));
        fc.pre(between !== undefined);
        assert.notEqual(between.text, before.text);
        assert.equal(done(back, between, titled(title))?.text, before.text);
      }),
    );
  });

  it('demoting and promoting again is nothing', () => {
    fc.assert(
      fc.property(sample, pick, (before, n) => {
        const { title } = nth(n)(open(before).speech);
        const between = done(demote, before, nth(n));
        fc.pre(between !== undefined && keepsForms(before, between));
        assert.equal(done(promote, between, titled(title))?.text, before.text);
      }),
    );
  });

  it('promoting the last one below a heading and demoting it again is nothing', () => {
    fc.assert(
      fc.property(sample, pick, (before, n) => {
        const { speech } = open(before);
        const last = speech.headings.filter(
          (one, i) =>
            one.parent >= 0 && !speech.headings.some(({ parent }, k) => k > i && parent === one.parent),
        );
        fc.pre(last.length > 0);
        const { title } = last[n % last.length]!;
        const between = done(promote, before, titled(title))!;
        fc.pre(keepsForms(before, between));
        assert.equal(done(demote, between, titled(title))?.text, before.text);
      }),
    );
  });

  it('the cursor stays with the words that it stands in', () => {
    fc.assert(
      fc.property(sample, pick, fc.constantFrom(...Object.values(ACTS)), (before, n, act) => {
        const { draft, speech } = open(before);
        const heading = nth(n)(speech);
        const change = act(draft, speech, heading);
        fc.pre('edits' in change);
        const at = before.text.indexOf(heading.title, heading.span.start) + 2;
        const after = applyEdits(before.text, change.edits);
        assert.equal(after.indexOf(heading.title) + 2, change.follow(at));
      }),
    );
  });

  it('all numbers are put in order, whatever they were, in one go', () => {
    fc.assert(
      fc.property(sample, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60 }), (sound, numbers) => {
        let i = 0;
        const text = sound.text.replace(
          /^([ 　]*(?:#+ )?[（(]?)[一二三四五六七八九十]+(?=[、）)])/gm,
          (_, head) => {
            const number = numbers[i++ % numbers.length]!;
            return `${head}${chineseOrdinal(number)}`;
          },
        );
        const before = { ...sound, text };
        const after = done(renumberAll, before, nth(0)) ?? before;
        assert.deepEqual(words(after), words(before));
        assert.equal(done(renumberAll, after, nth(0)), undefined);
      }),
    );
  });

  it('leaves sound numbers alone', () => {
    fc.assert(
      fc.property(sample, (before) => {
        const { draft, speech } = open(before);
        assert.deepEqual(renumberAll(draft, speech), { refusal: 'in-order' });
      }),
    );
  });

  it('writes markers as the standard has them, once', () => {
    fc.assert(
      fc.property(sample, (before) => {
        const after = done(normaliseStyle, before, nth(0)) ?? before;
        assert.deepEqual(words(after), words(before));
        assert.doesNotMatch(after.text, /\([一二三四五六七八九十]+\)|^[ 　#]*\d+、/m);
        assert.equal(done(normaliseStyle, after, nth(0)), undefined);
      }),
    );
  });
});

/** Whether both texts have a heading of every form, so that the way back can be learnt from the text. */
function keepsForms(before: Sample, between: Sample): boolean {
  const forms = (from: Sample): string =>
    [...new Set(open(from).speech.headings.map(({ marker }) => marker.style))].sort().join();
  return forms(before) === forms(between);
}

describe('edits of the outline, case by case', () => {
  const text = (lines: readonly string[]): Sample => ({ text: lines.join('\n'), kind: 'text', eol: '\n' });
  const edited = (act: Act, lines: readonly string[], title: string): string[] | undefined =>
    done(act, text(lines), titled(title))?.text.split('\n');
  const refusal = (act: Act, lines: readonly string[], title: string): string | undefined => {
    const { draft, speech } = open(text(lines));
    const change = act(draft, speech, titled(title)(speech));
    return 'refusal' in change ? change.refusal : undefined;
  };

  const PLAN = [
    '一、摸清底数',
    '入户走访，不漏一户。',
    '（一）造册登记',
    '一户一册，专人保管。',
    '（二）分类建档',
    '1.常住人口',
    '2.外出人口',
    '二、抓好落实',
    '倒排工期，挂图作战。',
  ];

  it('promoting takes the section out of the one above, and what follows it under itself', () => {
    assert.deepEqual(edited(promote, PLAN, '分类建档'), [
      ...PLAN.slice(0, 4),
      '二、分类建档',
      '（一）常住人口',
      '（二）外出人口',
      '三、抓好落实',
      PLAN[8],
    ]);
    assert.deepEqual(edited(promote, PLAN, '造册登记'), [
      ...PLAN.slice(0, 2),
      '二、造册登记',
      PLAN[3],
      '（一）分类建档',
      ...PLAN.slice(5, 7),
      '三、抓好落实',
      PLAN[8],
    ]);
  });

  it('demoting puts the section last below the one before it', () => {
    assert.deepEqual(edited(demote, PLAN, '抓好落实'), [...PLAN.slice(0, 7), '（三）抓好落实', PLAN[8]]);
    assert.deepEqual(edited(demote, PLAN, '分类建档'), [
      ...PLAN.slice(0, 4),
      '1.分类建档',
      '（1）常住人口',
      '（2）外出人口',
      ...PLAN.slice(7),
    ]);
  });

  it('learns from the speech that 1. stands below 一、', () => {
    const lines = ['一、早部署', '1、开会。', '2、发文。', '二、严管理', '三、重服务'];
    assert.deepEqual(edited(demote, lines, '重服务'), [...lines.slice(0, 4), '1、重服务']);
  });

  it('follows the habit of the section that takes it in', () => {
    const lines = ['一、甲', '1.子', '2.丑', '二、乙', '三、丙', '（一）寅', '（二）卯', '（三）辰'];
    assert.deepEqual(edited(demote, lines, '乙'), [
      ...lines.slice(0, 3),
      '3.乙',
      '二、丙',
      ...lines.slice(5),
    ]);
  });

  it('leaves alone what is out of order elsewhere', () => {
    const lines = ['一、甲', '（一）子', '（四）丑', '二、乙', '（一）寅', '（二）卯', '三、丙'];
    assert.deepEqual(edited(promote, lines, '卯'), lines.with(5, '三、卯').with(6, '四、丙'));
  });

  it('gives a Markdown heading the signs of its new level', () => {
    const sections = ['## 一、甲', '', '### （一）子', '', '### （二）丑', '', '## 二、乙', ''];
    const markdown: Sample = { text: sections.join('\n'), kind: 'markdown', eol: '\n' };
    const raised = sections.with(4, '## 二、丑').with(6, '## 三、乙');
    assert.deepEqual(done(promote, markdown, titled('丑'))?.text.split('\n'), raised);
    // No heading of the new style to learn from.
    const flat: Sample = { ...markdown, text: '## 一、甲\n\n## 二、乙\n' };
    assert.equal(done(demote, flat, titled('乙'))?.text, '## 一、甲\n\n### （一）乙\n');
  });

  it('keeps 1. apart from a title that begins with a year', () => {
    const lines = ['一、收支', '（一）口径说明', '（二）2024年决算', '（三）2025年预算'];
    const lower = edited(demote, lines, '2024年决算')!;
    assert.deepEqual(lower, lines.with(2, '1. 2024年决算').with(3, '（二）2025年预算'));
    assert.deepEqual(edited(promote, lower, '2024年决算'), lines);
  });

  it('says why it does nothing', () => {
    assert.equal(refusal(promote, PLAN, '摸清底数'), 'top-level');
    assert.equal(refusal(demote, PLAN, '摸清底数'), 'first-of-level');
    assert.equal(refusal(up, PLAN, '造册登记'), 'first-of-level');
    assert.equal(refusal(down, PLAN, '抓好落实'), 'last-of-level');
    assert.equal(refusal(demote, ['①开会', '②发文'], '发文'), 'deepest-level');
    assert.equal(refusal(promote, ['一、早部署（一）开会（二）发文', '马上办。'], '发文'), 'inside-line');
    // 二、三产业 would be read as two industries.
    const trades = ['一、结构', '（一）一产业', '（二）三产业'];
    assert.equal(refusal(promote, trades, '三产业'), 'unreadable');
  });

  it('moves a section with all below it; blank lines stay where they were', () => {
    const lines = ['一、甲', '甲的话。', '', '二、乙', '（一）乙一', '乙一的话。', '三、丙', '丙的话。'];
    assert.deepEqual(edited(up, lines, '乙'), [
      '一、乙',
      '（一）乙一',
      '乙一的话。',
      '',
      '二、甲',
      '甲的话。',
      '三、丙',
      '丙的话。',
    ]);
  });

  it('leaves the closing of the speech and the sentence that sums up in their places', () => {
    const end = ['同志们，让我们振奋精神、真抓实干，为圆满完成全年任务而努力奋斗！', '谢谢大家！'];
    const lines = ['同志们：', '一、甲', '甲的话。', '二、乙', '乙的话。', ...end];
    assert.deepEqual(edited(down, lines, '甲'), [
      '同志们：',
      '一、乙',
      '乙的话。',
      '二、甲',
      '甲的话。',
      ...end,
    ]);
    const items = [
      '一、甲',
      '（一）子',
      '子的话。',
      '（二）丑',
      '丑的话。',
      '以上两点，务必办好。',
      '二、乙',
    ];
    assert.deepEqual(edited(up, items, '丑'), [
      '一、甲',
      '（一）丑',
      '丑的话。',
      '（二）子',
      '子的话。',
      '以上两点，务必办好。',
      '二、乙',
    ]);
  });

  it('changes places within a line where headings stand in one', () => {
    const lines = ['一、甲', '（一）早谋划。要抢先。（二）快行动。要抓紧。', '二、乙'];
    assert.deepEqual(edited(up, lines, '快行动'), [
      '一、甲',
      '（一）快行动。要抓紧。（二）早谋划。要抢先。',
      '二、乙',
    ]);
  });

  it('keeps numbers going through the parts where they do so', () => {
    const lines = [
      '一、甲',
      '（一）子',
      '（二）丑',
      '二、乙',
      '（三）寅',
      '（四）卯',
      '（五）辰',
      '三、丙',
      '（六）巳',
      '（七）午',
    ];
    assert.deepEqual(edited(down, lines, '甲'), [
      '一、乙',
      '（一）寅',
      '（二）卯',
      '（三）辰',
      '二、甲',
      '（四）子',
      '（五）丑',
      '三、丙',
      '（六）巳',
      '（七）午',
    ]);
    const lost = lines.with(1, '（一）子').with(5, '（五）卯').with(6, '（六）辰');
    assert.deepEqual(edited(renumberAll, lost.with(8, '（七）巳').with(9, '（八）午'), '甲'), lines);
  });

  it('a second list that is led over to keeps its own numbers', () => {
    const lines = [
      '一、甲',
      '（一）子',
      '（二）丑',
      '还有两项工作一并强调：',
      '（一）寅',
      '（二）卯',
      '（三）辰',
      '二、乙',
    ];
    assert.deepEqual(edited(up, lines, '丑'), lines.with(1, '（一）丑').with(2, '（二）子'));
    assert.deepEqual(edited(down, lines, '卯'), lines.with(5, '（二）辰').with(6, '（三）卯'));
    assert.equal(refusal(down, lines, '丑'), 'last-of-level');
    assert.equal(refusal(demote, lines, '寅'), 'first-of-level');
  });

  it('joins a list that starts anew without a word, and counts on', () => {
    const lines = ['一、甲', '（一）子', '（二）丑', '（一）寅', '（二）卯', '四、乙'];
    assert.deepEqual(
      edited(renumberAll, lines, '甲'),
      lines.with(3, '（三）寅').with(4, '（四）卯').with(5, '二、乙'),
    );
  });

  it('writes full-width brackets, no mark behind them, and 1.', () => {
    const lines = ['一.甲', '(一)子', '（二）、丑', '1、寅', '２．卯', '(1)辰', '①巳'];
    assert.deepEqual(edited(normaliseStyle, lines, '甲'), [
      '一、甲',
      '（一）子',
      '（二）丑',
      '1.寅',
      '2.卯',
      '（1）辰',
      '①巳',
    ]);
  });

  it('keeps other speeches of the file as they are', () => {
    const file =
      '第一篇：在甲会上的讲话\n\n同志们：\n一、早\n一些话。\n三、快\n\n第二篇：在乙会上的讲话\n\n同志们：\n一、严\n四、实\n';
    const draft = readDraft(file);
    assert.equal(draft.speeches.length, 2);
    const change = renumberAll(draft, draft.speeches[1]!);
    assert.ok('edits' in change);
    assert.equal(applyEdits(file, change.edits), file.replace('四、', '二、'));
  });
});
