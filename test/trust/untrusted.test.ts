import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DRAFT, hegao, inFolder } from '../cli/harness.ts';
import { type Client, startClient } from '../lsp/support/client.ts';
import { type Notes, watched } from './support/watched.ts';

const RAN = "require('node:fs').writeFileSync(require('node:path').join(__dirname, '跑过'), '');\n";
const TERMS = '- 禁用: 抓手\n';

/** What is outside: nothing of it may be read on the word of what is inside. */
const OUTSIDE = {
  '外/底.json': '{"extends": "hegao:final"}',
  '外/.hegao.json': '{"extends": "hegao:final"}',
  '外/.hegao-ignore.yaml': '- rule: placeholder-number\n  file: 稿.txt\n',
  '外/用词.yaml': TERMS,
  '外/名单.csv': '姓名,职务,排序,起,止\n张三,县长,1,2020-01-01,\n',
  '外/口径表.csv': '指标,范围,时期,类别,数值,单位,来源\n工业投资,全市,2024年上半年,增速,7.2,%,统计局\n',
  '外/词典.txt': '链主企业 100 n\n',
  '外/稿.txt': DRAFT,
  '外/档/manifest.json': '{"version":1,"next":1,"segments":[],"roots":[]}',
  'node_modules/far/.hegao.json': '{"extends": "hegao:final"}',
  'node_modules/far/index.js': RAN,
};

/** A folder of the workspace for each way out, and whether an untrusted workspace says so. */
const WAYS: Readonly<Record<string, { readonly config: string; readonly said: boolean }>> = {
  绝对: { config: '{"extends": "$OUT/底.json"}', said: true },
  往上: { config: '{"extends": "../../外/底.json"}', said: true },
  绕路: { config: '{"extends": "./x/../../../外/底.json"}', said: true },
  系统: { config: '{"extends": "/etc/passwd"}', said: true },
  链接: { config: '{"extends": "./链接.json"}', said: true },
  夹链: { config: '{"extends": "./夹/底.json"}', said: true },
  远包: { config: '{"extends": "far"}', said: true },
  用词: { config: '{"terms": "$OUT/用词.yaml"}', said: true },
  名单: { config: '{"roster": "../../外/名单.csv"}', said: true },
  口径: { config: '{"metrics": {"ledger": "../../外/口径表.csv"}}', said: true },
  词典: { config: '{"segmenter": {"dictionary": "../../外/词典.txt"}}', said: false },
  档案: { config: '{"archive": "../../外/档"}', said: false },
};

/** What is inside. */
const INSIDE = {
  '工作区/近包/.hegao.json': '{"extends": "office"}',
  '工作区/近包/稿.txt': DRAFT,
  '工作区/node_modules/office/.hegao.json': '{"terms": "用词.yaml"}',
  '工作区/node_modules/office/用词.yaml': TERMS,
  '工作区/node_modules/office/index.js': RAN,
  '工作区/node_modules/office/package.json': '{"main": "index.js", "scripts": {"install": "touch 跑过"}}',
  '工作区/配置链接/稿.txt': DRAFT,
  '工作区/裁决链接/稿.txt': DRAFT,
};

async function inOffice(use: (top: string) => Promise<void>): Promise<void> {
  const ways = Object.keys(WAYS).map((name) => [`工作区/${name}/稿.txt`, DRAFT] as const);
  await inFolder({ ...OUTSIDE, ...INSIDE, ...Object.fromEntries(ways) }, async (top) => {
    const at = (...names: string[]) => path.join(top, ...names);
    for (const [name, { config }] of Object.entries(WAYS))
      fs.writeFileSync(
        at('工作区', name, '.hegao.json'),
        config.replace('$OUT', at('外').replaceAll('\\', '/')),
      );
    fs.symlinkSync(at('外/底.json'), at('工作区/链接/链接.json'));
    fs.symlinkSync(at('外'), at('工作区/夹链/夹'));
    fs.symlinkSync(at('外/.hegao.json'), at('工作区/配置链接/.hegao.json'));
    fs.symlinkSync(at('外/.hegao-ignore.yaml'), at('工作区/裁决链接/.hegao-ignore.yaml'));
    fs.symlinkSync(at('外/稿.txt'), at('工作区/链接/外稿.txt'));
    fs.symlinkSync(at('工作区'), at('工作区/链接/转圈'));
    await use(top);
  });
}

/** Opens every draft of the workspace in a server of its own; what it read outside and what it said of configuration. */
async function openAll(
  top: string,
  trusted: boolean | undefined,
): Promise<{
  readonly outside: readonly string[];
  readonly notes: Notes;
  readonly said: ReadonlyMap<string, string>;
}> {
  const said = new Map<string, string>();
  const workspace = path.join(top, '工作区');
  const notes = await watched(async (env) => {
    const before = { ...process.env };
    Object.assign(process.env, env);
    let client: Client;
    try {
      client = await startClient({
        folders: [pathToFileURL(workspace).href],
        initializationOptions: trusted === undefined ? undefined : { trusted },
      });
    } finally {
      for (const name of Object.keys(env)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    for (const name of fs.readdirSync(workspace).filter((one) => one !== 'node_modules')) {
      const uri = pathToFileURL(path.join(workspace, name, '稿.txt')).href;
      client.open(uri, DRAFT);
      await client.diagnostics(uri);
    }
    await client.connection.sendRequest('hegao/checkWorkspace', {
      folders: [pathToFileURL(workspace).href],
    });
    for (const { uri, diagnostics } of client.published.all) {
      const file = decodeURIComponent(uri).split('/工作区/')[1] ?? uri;
      for (const { message } of diagnostics) said.set(file.split('/')[0]!, String(message));
    }
    assert.equal(await client.stop(), 0);
  });
  const out = [path.join(top, '外'), path.join(top, 'node_modules'), '/etc/passwd'];
  const outside = notes.read.filter((file) =>
    out.some((place) => file === place || file.startsWith(place + path.sep)),
  );
  return { outside, notes, said };
}

describe('a workspace that is not trusted', function () {
  this.timeout(60_000);

  it('has nothing read outside it, and says so where a configuration is left alone', () =>
    inOffice(async (top) => {
      const { outside, said, notes } = await openAll(top, false);
      assert.deepEqual(outside, []);
      assert.deepEqual([notes.run, notes.net], [[], []]);
      for (const [name, way] of Object.entries(WAYS))
        assert.equal(/未受信任/.test(said.get(name) ?? ''), way.said, `${name}: ${said.get(name)}`);
      assert.match(said.get('配置链接') ?? '', /链接到工作区以外/);
      assert.equal(said.has('近包'), false, said.get('近包'));
      assert.ok(notes.read.some((file) => file.endsWith(path.join('office', '用词.yaml'))));
    }));

  it('reads all of that once it is trusted, and by the word of clients that do not speak of trust', () =>
    inOffice(async (top) => {
      for (const trusted of [true, undefined]) {
        const { outside, said } = await openAll(top, trusted);
        const names = new Set(outside.map((file) => path.basename(file)));
        for (const name of ['底.json', '用词.yaml', '名单.csv', '口径表.csv', '词典.txt', '稿.txt'])
          assert.ok(names.has(name), `${name} was not read: ${[...names].join()}`);
        assert.doesNotMatch([...said.values()].join(), /未受信任/);
      }
    }));

  it('runs nothing of it, trusted or not', () =>
    inOffice(async (top) => {
      await openAll(top, true);
      await hegao(['check', '.'], { cwd: path.join(top, '工作区') });
      const files = fs.readdirSync(top, { recursive: true, encoding: 'utf8' });
      assert.deepEqual(
        files.filter((name) => name.endsWith('跑过')),
        [],
      );
    }));

  it('may stand below a configuration of the user, which reaches where it likes', () =>
    inFolder(
      { '.hegao.json': '{"terms": "我的/用词.yaml"}', '我的/用词.yaml': TERMS, '工作区/稿.txt': DRAFT },
      async (top) => {
        const notes = await watched(async (env) => {
          Object.assign(process.env, env);
          try {
            const folder = pathToFileURL(path.join(top, '工作区')).href;
            const client = await startClient({
              folders: [folder],
              initializationOptions: { trusted: false },
            });
            client.open(`${folder}/new.txt`, DRAFT);
            await client.diagnostics(`${folder}/new.txt`);
            await client.stop();
          } finally {
            for (const name of Object.keys(env)) delete process.env[name];
          }
        });
        assert.ok(notes.read.includes(path.join(top, '我的/用词.yaml')), notes.read.join());
      },
    ));
});
