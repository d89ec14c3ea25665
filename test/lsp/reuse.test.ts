import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { CancellationToken } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { addToArchive } from '../../server/src/archive/update.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { carry } from '../../server/src/lsp/carry.ts';
import { createDocuments } from '../../server/src/lsp/documents.ts';
import { nodeHost } from '../../server/src/lsp/node-host.ts';
import { createReuse } from '../../server/src/lsp/reuse.ts';
import { reuseActions } from '../../server/src/lsp/reuse-actions.ts';
import passageReuse from '../../server/src/rules/passage-reuse.ts';
import { archiveOf, findingsOf } from '../support/marked.ts';
import { MODERN, startClient } from './support/client.ts';
import { makeFolder } from './support/drafts.ts';

const LONG =
  '这条路从镇上一直修到后山的茶园，沿线十来个村子的茶青、毛竹、笋干都指望它运出去，去年雨季塌了12处，眼下正是补修的时候，能早一天通车就早一天见效。';
const DRAFT = `在茶山的讲话\n同志们：\n　　${LONG}\n`;
const EARLIER = `在后山的讲话\n同志们：\n　　先说几句别的。\n　　${LONG}\n`;
const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const quiet = { progress: () => {}, stopped: () => false };

describe('findings of an earlier text', () => {
  it('stay on the words that they are about, whatever is edited elsewhere', () => {
    const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 6 }), put: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.string({ minLength: 20 }), fc.nat(), fc.nat(), edit, (text, a, b, { at, cut, put }) => {
        const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
        if (start === end) return;
        const place = at % text.length;
        const later = text.slice(0, place) + put + text.slice(place + cut);
        const span = { start, end };
        const finding = { span, related: [], fixes: [] } as unknown as Finding;
        const carried = carry([finding], text, later);
        const exact = carry([finding], text, later, 'dropped');
        for (const { span } of exact) assert.equal(later.slice(span.start, span.end), text.slice(start, end));
        const apart = end <= place || start >= place + cut;
        if (apart) assert.deepEqual([carried.length, exact.length], [1, 1]);
        // What is left of the words that were not edited is still covered, and nothing far from them.
        const left = text.slice(start, Math.min(end, place)) + text.slice(Math.max(start, place + cut), end);
        if (left !== '') assert.equal(carried.length, 1);
        for (const { span } of carried) {
          assert.ok(0 <= span.start && span.start < span.end && span.end <= later.length);
          assert.ok(span.end - span.start <= end - start + put.length);
        }
      }),
      { seed: 21, numRuns: 500 },
    );
  });
});

describe('comparing in the background', () => {
  it('waits for a pause, runs once for many edits, and leaves the other findings as they were', async () => {
    let document = TextDocument.create('untitled:1', '', 1, DRAFT);
    const settings = presetSettings([passageReuse]);
    const checker = createChecker([passageReuse], { words: () => undefined });
    const documents = createDocuments(
      () => document,
      checker,
      async () => settings,
    );
    const pending: (() => void)[] = [];
    const shown: string[] = [];
    let told: () => void = () => {};
    const reuse = createReuse({
      rules: [passageReuse],
      checker,
      read: documents.read,
      settings: { of: async () => settings, archiveOf: async () => '/档案' },
      silencesOf: async () => [],
      files: nodeHost.files,
      openArchive: () => archiveOf({ '/旧/后山.txt': EARLIER }),
      found(uri) {
        shown.push(uri);
        told();
      },
      failed: (failures) => assert.deepEqual(failures, []),
      fail: (error) => assert.fail(String(error)),
      later(run) {
        pending.push(run);
        return () => pending.splice(pending.indexOf(run), 1);
      },
    });
    const findings = async () => {
      const analysis = await documents.check('untitled:1', CancellationToken.None);
      return reuse.added(analysis!).result.findings.map(({ message }) => message);
    };
    for (let i = 0; i < 3; i++) reuse.changed('untitled:1');
    assert.deepEqual([pending.length, await findings()], [1, []]);
    const comparison = new Promise<void>((resolve) => {
      told = resolve;
    });
    pending[0]!();
    await comparison;
    assert.deepEqual(await findings(), [
      '本段与《在后山的讲话》基本相同（73字，约占本稿88%），其中1个数字未变，请核实是否为旧数。',
    ]);
    document = TextDocument.create('untitled:1', '', 2, `新稿\n${DRAFT}`);
    assert.equal((await findings()).length, 1, 'they stay while the writer goes on');
    assert.deepEqual(shown, ['untitled:1']);
  });
});

describe('对照两处', () => {
  const [finding] = findingsOf(
    passageReuse,
    DRAFT,
    undefined,
    'text',
    {},
    archiveOf({ '/旧/后山.txt': EARLIER }),
  );
  const diagnostic = { range: RANGE, message: '' };
  const [related] = finding!.related;
  const placed = { ...related!, location: { uri: 'file:///旧/后山.txt', range: RANGE }, words: LONG };
  const actionsOf = (of: Finding, showsReuse: boolean) =>
    reuseActions({ draft: readDraft(DRAFT) }, of, diagnostic, { showsReuse });

  it('hands both passages to a client that has the command', () => {
    const [action] = actionsOf({ ...finding!, related: [placed] }, true);
    assert.equal(action!.command!.command, 'hegao.showReuse');
    assert.deepEqual(action!.command!.arguments, [
      { title: '《在后山的讲话》 ↔ 本稿', own: LONG, other: LONG },
    ]);
  });

  it('is not offered to others, nor for other findings', () => {
    assert.deepEqual(actionsOf({ ...finding!, related: [placed] }, false), []);
    assert.deepEqual(actionsOf({ ...finding!, ruleId: 'typo' }, true), []);
  });
});

describe('language server: the archive', () => {
  for (const pulls of [true, false]) {
    it(`adds what stands in it to the ${pulls ? 'pulled' : 'pushed'} diagnostics`, async () => {
      const folder = makeFolder();
      const uri = folder.write('drafts/draft.txt', DRAFT);
      const earlier = folder.write('old/后山.txt', EARLIER);
      const home = fileURLToPath(folder.uri);
      const old = path.join(home, 'old');
      await addToArchive(path.join(home, '.hegao/archive'), [{ path: old, authority: false }], quiet);
      const { diagnostic: _, ...pushed } = MODERN.textDocument!;
      const client = await startClient({
        folders: [folder.uri],
        capabilities: pulls ? MODERN : { ...MODERN, textDocument: pushed },
      });
      client.open(uri, DRAFT);
      const isReuse = ({ code }: { readonly code?: unknown }): boolean => code === 'passage-reuse';
      if (pulls) await client.refreshes.take();
      const items = pulls
        ? await client.diagnostics(uri)
        : (await client.published.take(({ diagnostics }) => diagnostics.some(isReuse))).diagnostics;
      const [found] = items.filter(isReuse);
      assert.match(String(found!.message), /《在后山的讲话》基本相同/);
      const { location } = found!.relatedInformation![0]!;
      assert.equal(location.uri, earlier);
      assert.deepEqual(location.range.start, { line: 3, character: 2 });
      await client.stop();
      folder.dispose();
    });
  }
});
