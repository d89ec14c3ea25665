import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadNodejieba } from '../../server/src/words/nodejieba.ts';
import { hegao, inFolder, type Run, report } from '../cli/harness.ts';
import { type Client, startClient } from '../lsp/support/client.ts';
import { type Folder, makeFolder } from '../lsp/support/drafts.ts';
import { bundleTo } from '../support/bundle.ts';

/** A wording five times: by jieba's own words it is one of seven characters, by the team's its last word goes on. */
const NEXT = ['稳定', '促进', '保障', '优化', '引育'];
const DRAFT = [
  '在座谈会上的讲话',
  '同志们：',
  '农业口的同志，要先把服务做到家门口稳定下来。',
  '对规模以上企业，请逐户把服务做到家门口促进增产的办法讲明白。',
  '商务部门再细一些，把服务做到家门口保障做到位。',
  '今年的财政资金，重点是把服务做到家门口优化一遍。',
  '学校同企业合作以后，可以把服务做到家门口引育人才的事办好。',
  '',
].join('\n');
const DICTIONARY = NEXT.map((next) => `家门口${next} 900000 nz\n`).join('');
const BAD = '好 n\n云计算 0 n\n';
const CONFIG = '{"segmenter": {"dictionary": "本市.dict"}}';

const repeats = (run: Run): (string | undefined)[] =>
  report(run).files.flatMap(({ findings }) =>
    findings.filter(({ ruleId }) => ruleId === 'phrase-repeat').map(({ text }) => text),
  );

describe('a team’s dictionary', function () {
  this.timeout(60_000);
  let binding: boolean;

  before(async () => {
    await bundleTo('server/src/words/jieba-entry.ts', 'server/out/jieba-worker.js');
    binding = 'jieba' in loadNodejieba();
    assert.ok(binding || !process.env.CI, 'CI needs nodejieba');
  });

  describe('at the prompt', () => {
    const check = (cwd: string): Promise<Run> => hegao(['check', '--format', 'json', '稿.txt'], { cwd });

    it('changes where words end', () =>
      inFolder({ '稿.txt': DRAFT }, async (cwd) => {
        assert.deepEqual(repeats(await check(cwd)), ['服务做到家门口']);
        fs.writeFileSync(path.join(cwd, '本市.dict'), DICTIONARY);
        fs.writeFileSync(path.join(cwd, '.hegao.json'), CONFIG);
        const { code, stdout, stderr } = await check(cwd);
        assert.equal(code, 0);
        assert.deepEqual(repeats({ code, stdout, stderr }), []);
        if (binding) assert.equal(stderr, '');
        else assert.match(stderr, /^提示：.*nodejieba.*本市\.dict 改由内置词典代用/);
      }));

    it('with a bad line is not used: exit code 2 with file, line and column', () =>
      inFolder({ '稿.txt': DRAFT, '本市.dict': BAD, '.hegao.json': CONFIG }, async (cwd) => {
        const run = await check(cwd);
        assert.equal(run.code, 2);
        assert.match(run.stderr, /^本市\.dict:2:5 词频不能为0：/);
        assert.match(report(run).files[0]!.failures[0]!.message, /本市\.dict:2:5 词频不能为0/);
      }));

    it('is not needed for a few words', () =>
      inFolder(
        {
          '稿.txt': DRAFT,
          '.hegao.yaml': `segmenter:\n  words: [${NEXT.map((next) => `家门口${next}`).join()}]\n`,
        },
        async (cwd) => assert.deepEqual(repeats(await check(cwd)), []),
      ));
  });

  describe('in the server', () => {
    let folder: Folder;
    let client: Client;
    let section: unknown;
    beforeEach(async () => {
      section = {};
      folder = makeFolder();
      client = await startClient({ folders: [folder.uri], configuration: () => section });
    });
    afterEach(async () => {
      await client.stop();
      folder.dispose();
    });

    const ruleIds = async (uri: string): Promise<unknown[]> =>
      (await client.diagnostics(uri)).map(({ code }) => code).filter((code) => code === 'phrase-repeat');

    it('of the editor’s settings takes over when it is loaded, with one refresh', async function () {
      if (!binding) this.skip();
      folder.write('本市.dict', DICTIONARY);
      section = { segmenter: { dictionary: '本市.dict', words: [] } };
      const draft = `${folder.uri}/稿.txt`;
      client.open(draft, DRAFT);
      await client.diagnostics(draft);
      await client.refreshes.take();
      assert.deepEqual(await ruleIds(draft), []);
      assert.equal(client.refreshes.all.length, 1);
      assert.deepEqual(client.statuses.all, []);
    });

    it('with a bad line shows it in the dictionary; the built-in one holds until it is mended', async () => {
      const file = folder.write('本市.dict', BAD);
      folder.write('.hegao.json', CONFIG);
      const draft = `${folder.uri}/稿.txt`;
      client.open(draft, DRAFT);
      assert.deepEqual(await ruleIds(draft), ['phrase-repeat']);
      const { uri, diagnostics } = await client.published.take();
      assert.equal(fileURLToPath(uri), fileURLToPath(file));
      assert.deepEqual(
        diagnostics.map(({ range, message }) => [range.start, String(message).slice(0, 6)]),
        [[{ line: 1, character: 4 }, '词频不能为0']],
      );
      const watched = await client.registrations.take(
        ({ registerOptions }) => JSON.stringify(registerOptions).includes('本市.dict') === true,
      );
      assert.equal(watched.method, 'workspace/didChangeWatchedFiles');
      folder.write('本市.dict', DICTIONARY);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: file, type: 2 }],
      });
      await client.refreshes.take();
      await client.diagnostics(draft);
      assert.deepEqual(await client.published.take(), { uri, diagnostics: [] });
    });

    it('that is not there is told', async () => {
      section = { segmenter: { dictionary: '无.dict' } };
      const draft = `${folder.uri}/稿.txt`;
      client.open(draft, DRAFT);
      assert.deepEqual(await ruleIds(draft), ['phrase-repeat']);
      const { message } = await client.statuses.take();
      assert.match(message, /hegao\.segmenter\.dictionary 有误：没有这个词典文件：.*无\.dict/);
    });

    it('leaves a few words to the compiled dictionary', async () => {
      section = { segmenter: { dictionary: '', words: NEXT.map((next) => `家门口${next}`) } };
      const draft = `${folder.uri}/稿.txt`;
      client.open(draft, DRAFT);
      assert.deepEqual(await ruleIds(draft), []);
    });
  });
});
