import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { nodeName } from '../../server/src/facts/tree/name.ts';
import type { OutlineNode } from '../../server/src/facts/tree/types.ts';

type Shape = readonly (string | Shape)[];

function treeOf(text: string, kind: DraftKind = 'text'): readonly OutlineNode[] {
  const facts = createFactMemory();
  return readDraft(text, kind).speeches.flatMap((speech) => facts.ofSpeech(speech).tree);
}

/** Names of nodes, each followed by a list of those below it where there are some. */
function shape(nodes: readonly OutlineNode[]): Shape {
  return nodes.flatMap((node) =>
    node.children.length > 0 ? [nodeName(node), shape(node.children)] : [nodeName(node)],
  );
}

function outlines(text: string, expected: Shape, kind: DraftKind = 'text'): void {
  assert.deepEqual(shape(treeOf(text, kind)), expected);
}

describe('the outline by every habit', () => {
  it('shows series inside a paragraph below their heading, nested ones below their item', () =>
    outlines(
      '一、抓好春管\n要抓三件事。一是抓浇水，抢墒情。二是抓施肥，一要足量，二要适时。三是抓植保。\n二、抓好备耕\n早备种子。\n',
      ['一、抓好春管', ['一是抓浇水', '二是抓施肥', ['一要足量', '二要适时'], '三是抓植保'], '二、抓好备耕'],
    ));

  it('shows items that open lines, and what stands below them', () =>
    outlines(
      '第一，要守住底线。一要查隐患，二要抓整改。\n第二，要稳住预期。一要讲政策，二要送服务。\n大家辛苦了。一是感谢，二是问候。\n',
      [
        '第一，要守住底线',
        ['一要查隐患', '二要抓整改'],
        '第二，要稳住预期',
        ['一要讲政策', '二要送服务'],
        '一是感谢',
        '二是问候',
      ],
    ));

  it('learns from the speech that its headings stand below its series', () => {
    outlines(
      '第一，抓项目。\n1.强招商。要精准。一是找，二是谈。\n2.优服务。\n第二，抓民生。\n1.稳就业。\n2.办实事。\n',
      [
        '第一，抓项目',
        ['1.强招商', ['一是找', '二是谈'], '2.优服务'],
        '第二，抓民生',
        ['1.稳就业', '2.办实事'],
      ],
    );
    outlines('一、部署\n一是抓项目。\n（一）强招商\n二是抓民生。\n（一）稳就业\n二、保障\n（一）强领导\n', [
      '一、部署',
      ['一是抓项目', ['（一）强招商'], '二是抓民生', ['（一）稳就业']],
      '二、保障',
      ['（一）强领导'],
    ]);
    outlines('一是抓项目。\n一、强招商\n二、优服务\n二是抓民生。\n三、稳就业\n', [
      '一、强招商',
      '二、优服务',
      '三、稳就业',
    ]);
  });

  it('shows 首先 其次 最后, 其一 其二, 一方面 另一方面', () => {
    outlines('办好学校，首先，要选好校长。其次，要建好队伍。最后，要管好校园。\n', [
      '首先，要选好校长',
      '其次，要建好队伍',
      '最后，要管好校园',
    ]);
    outlines('原因有二：其一，底子薄。其二，起步晚。\n', ['其一，底子薄', '其二，起步晚']);
    outlines('一方面要扩大增量，保证供应；另一方面，要盘活存量，减少浪费。\n', [
      '一方面要扩大增量',
      '另一方面，要盘活存量',
    ]);
  });

  it('shows —— items, below the series or beside it as they come', () => {
    outlines(
      '一、成绩\n——产量更高。粮食增产。\n——结构更优。特色增多。\n主要做了两件事。\n一是抓良种。\n二是抓良法。\n各位同志都出了力。\n',
      ['一、成绩', ['——产量更高', '——结构更优', '一是抓良种', '二是抓良法']],
    );
    outlines('一是看产业：\n——看规模。\n——看效益。\n二是看民生：\n——看就业。\n——看收入。\n', [
      '一是看产业：'.slice(0, -1),
      ['——看规模', '——看效益'],
      '二是看民生',
      ['——看就业', '——看收入'],
    ]);
  });

  it('parts —— items at the sentence that leads over and at the series they stand before', () => {
    const text = '——更高。\n——更优。\n今年还要做到：\n——更快。\n——更省。\n';
    const second = treeOf(text)[1]!;
    assert.equal(text.slice(second.extent.start, second.extent.end), '——更优。');
    outlines('——更高。\n——更优。\n一是看产业。\n——看规模。\n——看效益。\n二是看民生。\n', [
      '——更高',
      '——更优',
      '一是看产业',
      ['——看规模', '——看效益'],
      '二是看民生',
    ]);
  });

  it('ends a title where a heading is stuck to it', () =>
    outlines('（一）要点，一是甲，二是乙（二）另一点。要抓好。\n', [
      '（一）要点，一是甲，二是乙',
      ['一是甲', '二是乙'],
      '（二）另一点',
    ]));

  it('shows field labels in one paragraph and at the heads of several', () => {
    outlines(
      '一、情况\n农业方面：夏粮增产。一是面积稳，二是单产高。工业方面：产值上升。城市建设：道路贯通。\n二、打算\n农业方面：扩种油菜。\n交通方面：修通县道。\n',
      [
        '一、情况',
        ['农业方面', ['一是面积稳', '二是单产高'], '工业方面', '城市建设'],
        '二、打算',
        ['农业方面', '交通方面'],
      ],
    );
    outlines('一是在农业方面：扩种油菜。二是在工业方面：扩大产能。\n', ['一是在农业方面', '二是在工业方面']);
  });

  it('shows the numbered styles of practice and Markdown headings with and without a number', () => {
    outlines('第一部分 形势\n一、看大势\n(一)看产业\n1、看链条\n(1)看龙头\n①看项目\n第二部分 任务\n', [
      '第一部分 形势',
      ['一、看大势', ['(一)看产业', ['1、看链条', ['(1)看龙头', ['①看项目']]]]],
      '第二部分 任务',
    ]);
    outlines('第一篇 总体要求\n一、看形势\n第二篇 重点任务\n', [
      '第一篇 总体要求',
      ['一、看形势'],
      '第二篇 重点任务',
    ]);
    outlines(
      '# 在座谈会上的讲话\n\n同志们：\n\n## 总体要求\n\n要看清。\n\n## 重点任务\n\n### 一、抓项目\n\n一是快，二是好。\n\n## 组织保障\n',
      ['总体要求', '重点任务', ['一、抓项目', ['一是快', '二是好']], '组织保障'],
      'markdown',
    );
    outlines('一、善谋划。谋定后动。\n二、敢担当。知难而进。\n', ['一、善谋划', '二、敢担当']);
  });

  it('takes no stray word for an item', () => {
    const silent = [
      '首先，我代表县委表示祝贺。\n今年的工作干得好。\n最后，祝大家工作顺利。\n',
      '首先要学习。第一产业增加值提高，第一书记到岗。\n',
      '一方面要加快进度，保证质量。\n',
      '会议开得好，一是一、二是二。\n',
      '主要是：抓落实。省委强调：要担当。\n目标是：增长。\n',
      '在发布会上的致辞\n——在开幕式上\n同志们：\n大家好。\n——古人说得好。\n',
      '> 一是重实干，二是重实绩。\n\n好。\n',
    ];
    for (const text of silent) assert.deepEqual(treeOf(text, 'markdown'), [], text);
  });

  it('lets the last of the items reach as far as its siblings do', () => {
    const text = '一是绝对忠诚。\n时刻牢记。\n二是为民服务。\n时刻在心。\n同志们！\n再接再厉。\n';
    const ends = treeOf(text).map(({ extent }) => text.slice(extent.start, extent.end));
    assert.deepEqual(ends, ['一是绝对忠诚。\n时刻牢记。\n', '二是为民服务。\n时刻在心。']);
  });

  it('takes its title from the first clause, and says where it stands', () => {
    const text = '要这样办：一是强堤防，防内涝；二是清河道。\n';
    const [first, second] = treeOf(text);
    assert.deepEqual(
      [first!.marker, first!.title, text.slice(first!.span.start, first!.span.end)],
      ['一是', '强堤防', '一是强堤防'],
    );
    assert.equal(text.slice(first!.extent.start, first!.extent.end), '一是强堤防，防内涝；');
    assert.equal(text.slice(second!.extent.start, second!.extent.end), '二是清河道。');
  });

  it('reads lists that follow one another beside each other, however many', () => {
    const text = `${'一是快，二是好。第一，省，第二，稳。'.repeat(2000)}\n`;
    const nodes = treeOf(text);
    const depth = (tree: readonly OutlineNode[]): number =>
      tree.reduce((deepest, { children }) => Math.max(deepest, 1 + depth(children)), 0);
    assert.ok(depth(nodes) <= 3);
  });
});

const PIECES = [
  '一、抓产业\n',
  '二、抓民生\n',
  '（一）强龙头。扶持企业。（二）补链条。\n',
  '（一）要点，一是甲，二是乙（二）另一点。要抓好。\n',
  '1.抓项目\n',
  '## 重点任务\n\n',
  '### 一、总体要求\n\n',
  '一是抓浇水，二是抓施肥，一要足，二要早；三是抓植保。\n',
  '一是抓浇水。\n',
  '二是抓施肥。\n',
  '三是抓植保：\n',
  '第一，稳增长。',
  '第二，调结构。\n',
  '首先，要学。其次，要干。',
  '其一，快。其二，好。\n',
  '一方面，抓大；另一方面，放小。\n',
  '——更高。\n',
  '——更优。一是好，二是快。\n',
  '农业方面：增产。工业方面：增效。\n',
  '交通方面：一是修路，二是架桥。\n',
  '同志们：\n',
  '大家加油。\n',
  '-3-\n',
  '“一是引用\n',
  '第二篇：在总结会上的讲话\n',
];

describe('the outline of any assembly of habits', () => {
  it('nests: children within their parent, siblings in order and apart, no name empty', () => {
    const check = (nodes: readonly OutlineNode[], from: number, to: number): void => {
      let at = from;
      for (const node of nodes) {
        const { span, extent, children } = node;
        assert.ok(at <= extent.start && extent.start <= span.start);
        assert.ok(span.start < span.end && span.end <= extent.end && extent.end <= to);
        assert.notEqual(nodeName(node), '');
        check(children, extent.start, extent.end);
        at = extent.end;
      }
    };
    const facts = createFactMemory();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
        fc.constantFrom<DraftKind>('text', 'markdown'),
        (pieces, kind) => {
          for (const speech of readDraft(pieces.join(''), kind).speeches)
            check(facts.ofSpeech(speech).tree, speech.span.start, speech.span.end);
        },
      ),
      { seed: 20_240_613, numRuns: 1500 },
    );
  });
});

describe('the outline of a very long speech', () => {
  it('takes time that grows with the length', () => {
    const long = (times: number): string =>
      Array.from(
        { length: times },
        (_, i) =>
          `${(i % 900) + 1}.抓项目\n一是快，二是好。\n——更高。\n——更优。\n农业方面：好。工业方面：快。\n`,
      ).join('');
    const time = (times: number): number => {
      const text = long(times);
      const draft = readDraft(text);
      const facts = createFactMemory();
      const started = performance.now();
      const nodes = draft.speeches.flatMap((speech) => facts.ofSpeech(speech).tree);
      assert.ok(nodes.length >= times);
      return performance.now() - started;
    };
    time(200);
    const small = Math.min(time(1000), time(1000));
    assert.ok(Math.min(time(8000), time(8000)) < 40 * Math.max(small, 2));
  }).timeout(60_000);
});
