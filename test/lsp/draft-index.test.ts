import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding, Level } from '../../server/src/engine/types.ts';
import { carry } from '../../server/src/lsp/carry.ts';
import { createDocuments } from '../../server/src/lsp/documents.ts';
import type { Files } from '../../server/src/lsp/host.ts';
import { lineStarts, positionIn } from '../../server/src/lsp/line-starts.ts';
import { nextTurn } from '../../server/src/lsp/turn.ts';
import { createDraftIndex } from '../../server/src/lsp/workspace-index.ts';
import metricDrafts from '../../server/src/rules/metric-drafts.ts';

const rules = [metricDrafts];
const text = (value: string, filler = '') =>
  `2024年清河县工作汇报\n${filler}\n2024年，清河县实现地区生产总值${value}亿元。`;

/** An index over files that are nowhere; `turns` counts how often others had their turn. */
function setUp(contents: Readonly<Record<string, string>>, level: Level = 'info') {
  const settings = { 'metric-drafts': { ...presetSettings(rules)['metric-drafts']!, level } };
  const read: { readonly path: string; readonly turn: number }[] = [];
  const state = { turns: 0, lists: 0, counting: true, changed: [] as string[] };
  const count = async (): Promise<void> => {
    while (state.counting) {
      await nextTurn();
      state.turns++;
    }
  };
  const files: Files = {
    pathOf: (uri) => (uri.startsWith('file://') ? uri.slice(7) : undefined),
    uriOf: (path) => `file://${path}`,
    show: (path) => path,
    read(path) {
      read.push({ path, turn: state.turns });
      const text = contents[path];
      return text === undefined ? undefined : { text, encoding: 'utf-8', bom: false };
    },
    async findDrafts() {
      state.lists++;
      return Object.keys(contents).map((path) => ({ path }));
    },
  };
  const checker = createChecker(rules, { words: () => undefined });
  let told: (() => void) | undefined;
  const news = new Promise<void>((resolve) => {
    told = resolve;
  });
  const index = createDraftIndex({
    rules,
    files,
    settings: { filesOf: async () => async () => ({ settings, ignored: false, problems: [] }) },
    folders: () => ['file:///稿', 'vscode-remote://elsewhere'],
    checker,
    fileChecker: checker,
    ready: async () => {},
    changed(uris) {
      state.changed.push(...uris);
      told!();
    },
    failed: (failures) => assert.deepEqual(failures, []),
    fail: assert.ifError,
  });
  const complete = async (document: TextDocument) => {
    const { check } = createDocuments(
      () => document,
      checker,
      async () => settings,
    );
    const analysis = await check(document.uri, CancellationToken.None);
    return index.complete(analysis!, settings, NONE);
  };
  return { index, complete, count, news, read, state };
}

const NONE = [] as const;
const open = (uri: string, content: string) => TextDocument.create(uri, 'plaintext', 1, content);

describe('the index of drafts', () => {
  it('takes 2,000 files one a turn', async () => {
    const contents = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`/稿/${i}.txt`, text(i === 1000 ? '57.3' : '53.7')]),
    );
    const { index, complete, count, news, read, state } = setUp(contents);
    const counted = count();
    index.scan();
    await complete(open('untitled:a', text('53.7')));
    await news;
    state.counting = false;
    await counted;
    assert.equal(read.length, 2000);
    assert.ok(read.every(({ turn }, i) => i === 0 || turn > read[i - 1]!.turn));
    assert.deepEqual(state.changed, ['untitled:a']);
  });

  it('takes a long draft in many turns', async () => {
    const filler = Array.from(
      { length: 4000 },
      (_, i) => `第${i}个项目完成投资${i}.5亿元，同比增长${i % 30}.2%。`,
    );
    const { index, complete, count, news, read, state } = setUp({
      '/稿/长.txt': text('57.3', filler.join('\n')),
    });
    const counted = count();
    await complete(open('untitled:a', text('53.7')));
    index.scan();
    await news;
    state.counting = false;
    await counted;
    assert.ok(state.turns - read[0]!.turn > 5, String(state.turns - read[0]!.turn));
  });

  it('reads a file again only where it may be another', async () => {
    const { index, complete, news, read, state } = setUp({ '/稿/汇报.txt': text('57.3') });
    index.scan();
    const document = open('untitled:a', text('53.7'));
    await complete(document);
    await news;
    const first = (await complete(document)).resultId;
    index.scan();
    index.scan();
    while (state.lists < 2 || read.length < 2) await nextTurn();
    await nextTurn();
    assert.equal((await complete(document)).resultId, first);
  });

  it('looks at nothing where no rule that compares drafts is on', async () => {
    const { index, complete, read, state } = setUp({ '/稿/汇报.txt': text('57.3') }, 'off');
    index.scan();
    const analysis = await complete(open('untitled:a', text('53.7')));
    for (let turn = 0; turn < 50; turn++) await nextTurn();
    assert.deepEqual([state.lists, read.length, analysis.result.findings.length], [0, 0, 0]);
    assert.equal(analysis.locate, undefined);
  });
});

describe('findings of an earlier version', () => {
  const before = '一段。甲方乙方。二段。';
  const span = { start: 3, end: 5 };
  const findings: readonly Finding[] = [
    { ruleId: 'a', messageId: 'b', severity: 'info', message: '', span, related: [], fixes: [] },
  ];
  const at = (after: string) =>
    carry(findings, before, after, 'dropped').map(({ span }) => after.slice(span.start, span.end));

  it('move with the text, and go where the text was changed if that is wished', () => {
    for (const after of [
      '新的一段。甲方乙方。二段。',
      '一段。甲方乙方。又一段。',
      '甲方乙方。二段。',
      before,
    ])
      assert.deepEqual(at(after), ['甲方'], after);
    for (const after of ['一段。丙方乙方。二段。', '一段。', '']) assert.deepEqual(at(after), [], after);
  });
});

describe('places by line starts', () => {
  it('are those of the document', () => {
    const content = '一\r\n二二\n\r三三三\n';
    const document = TextDocument.create('a:', '', 0, content);
    const starts = lineStarts(content);
    for (let offset = 0; offset <= content.length; offset++) {
      if (content[offset - 1] === '\r' && content[offset] === '\n') continue;
      assert.deepEqual(positionIn(starts, offset), document.positionAt(offset), String(offset));
    }
  });
});
