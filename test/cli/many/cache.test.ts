import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createKeys } from '../../../server/src/cli/cache/keys.ts';
import { prune } from '../../../server/src/cli/cache/prune.ts';
import { entryFile, openStore } from '../../../server/src/cli/cache/store.ts';
import { presetSettings } from '../../../server/src/engine/presets.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { PLAIN } from '../../../server/src/words/segmenters.ts';
import { CLEAN, DRAFT, hegao, inFolder } from '../harness.ts';
import { checked, FOLDER, SHARED } from './folders.ts';

const CACHE = '.hegao-cache';
const DAY = 24 * 60 * 60 * 1000;

/** A draft as keys are made of it. */
const KEYED = {
  bytes: Buffer.from(DRAFT),
  kind: 'text',
  ground: { settings: presetSettings(rules), segmenter: PLAIN },
  silences: [],
} as const;

/** Names of the entries of a cache. */
function entries(cwd: string): readonly string[] {
  const folder = path.join(cwd, CACHE);
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.json')).sort();
}

/** Checks with the cache; what was not in it yet, and whether the report is that of a run without it. */
async function news(cwd: string, ...options: readonly string[]): Promise<number> {
  const before = entries(cwd);
  const cached = await checked(cwd, '--cache', ...options);
  assert.deepEqual(cached, await checked(cwd, ...options));
  return entries(cwd).filter((name) => !before.includes(name)).length;
}

const ROSTER = '姓名,职务,排序,起,止\n张三,县长,1,2020-01-01,\n';
const LEDGER = '指标,范围,时期,类别,数值,单位,来源\n工业投资,全市,2024年上半年,增速,7.2,%,统计局\n';
const TERMS = '- 禁用: 抓手\n';

/** What a check depends on, one at a time. */
const INPUTS: readonly {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly change?: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
}[] = [
  { what: 'the text', change: { '稿.txt': `${DRAFT}又增长xx%。\n` } },
  { what: 'a level', change: { '.hegao.json': '{"rules": {"placeholder-number": "error"}}' } },
  {
    what: 'an option',
    change: { '.hegao.json': '{"rules": {"phrase-repeat": {"severity": "info", "length": 9}}}' },
  },
  { what: 'a flag', options: ['--rule', 'placeholder-number=off'] },
  { what: 'the preset', options: ['--preset', 'hegao:final'] },
  {
    what: 'an override for the path',
    change: {
      '.hegao.json': '{"overrides": [{"files": ["稿.txt"], "rules": {"placeholder-number": "off"}}]}',
    },
  },
  {
    what: 'what it extends',
    files: { '.hegao.json': '{"extends": "./底.json"}', '底.json': '{}' },
    change: { '底.json': '{"extends": "hegao:final"}' },
  },
  { what: 'the words', change: { '.hegao.json': '{"segmenter": {"words": ["链主企业"]}}' } },
  {
    what: 'the terms',
    files: { '.hegao.json': '{"terms": "用词.yaml"}', '用词.yaml': TERMS },
    change: { '用词.yaml': TERMS.replace('抓手', '形势') },
  },
  {
    what: 'the roster',
    files: { '.hegao.json': '{"roster": "名单.csv"}', '名单.csv': ROSTER },
    change: { '名单.csv': ROSTER.replace('县长', '书记') },
  },
  {
    what: 'the ledger',
    files: { '.hegao.json': '{"metrics": {"ledger": "口径表.csv"}}', '口径表.csv': LEDGER },
    change: { '口径表.csv': LEDGER.replace('7.2', '8.1') },
  },
  {
    what: 'a decision',
    change: { '.hegao-ignore.yaml': '- rule: placeholder-number\n  file: 稿.txt\n' },
  },
];

describe('the cache of hegao check', () => {
  for (const { what, files = {}, change = {}, options = [] } of INPUTS) {
    it(`is not used after another state of ${what}`, () =>
      inFolder({ '稿.txt': DRAFT, ...files }, async (cwd) => {
        assert.equal(await news(cwd), 1);
        assert.equal(await news(cwd), 0);
        for (const [name, text] of Object.entries(change)) fs.writeFileSync(path.join(cwd, name), text);
        assert.equal(await news(cwd, ...options), 1);
        assert.equal(await news(cwd, ...options), 0);
      }));
  }

  it('is not used for another kind, and is for another name', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      await news(cwd);
      fs.renameSync(path.join(cwd, '稿.txt'), path.join(cwd, '新稿.txt'));
      assert.equal(await news(cwd), 0);
      fs.renameSync(path.join(cwd, '新稿.txt'), path.join(cwd, '新稿.md'));
      assert.equal(await news(cwd), 1);
    }));

  it('is not used by another program or for other rules', () => {
    const names = [createKeys('a', rules), createKeys('b', rules), createKeys('a', rules.slice(1))];
    assert.equal(new Set(names.map((keys) => keys.ofDraft(KEYED))).size, 3);
    assert.equal(createKeys('a', rules).ofDraft(KEYED), names[0]!.ofDraft(KEYED));
  });

  it('is not used since another earlier version, or the same text in other lines', () => {
    const text = CLEAN;
    const mark = { kind: 'highlight', span: { start: 0, end: 2 }, text: '在座' } as const;
    const versions = [
      undefined,
      { text, kind: 'text', extras: {} },
      { text: DRAFT, kind: 'text', extras: {} },
      { text, kind: 'markdown', extras: {} },
      { text, kind: 'text', extras: { starts: new Set([9]) } },
      { text, kind: 'text', extras: { starts: new Set([13]) } },
      { text, kind: 'text', extras: { marks: [mark] } },
    ] as const;
    const keys = createKeys('a', rules);
    assert.equal(new Set(versions.map((earlier) => keys.ofDraft({ ...KEYED, earlier }))).size, 7);
  });

  it('serves a comparison after drafts were checked one by one', () =>
    inFolder(
      { '1.txt': `在茶山的讲话\n${SHARED}。\n`, '2.txt': `在果园的讲话\n${SHARED}。\n` },
      async (cwd) => {
        await checked(cwd, '--cache', '1.txt');
        await checked(cwd, '--cache', '2.txt');
        const plain = await checked(cwd, '1.txt', '2.txt');
        assert.ok(JSON.stringify(plain.report).includes('"passage-reuse"'));
        assert.deepEqual(await checked(cwd, '--cache', '1.txt', '2.txt'), plain);
        assert.equal(await news(cwd, '1.txt'), 0);
      },
    ));

  it('sees another state of the archive', () =>
    inFolder({ ...FOLDER, '旧稿/1.txt': `${FOLDER['1.txt'] as string}。\n` }, async (cwd) => {
      const only = ['1.txt', '2.txt'];
      await checked(cwd, '--cache', ...only);
      await hegao(['archive', 'add', '旧稿'], { cwd });
      assert.deepEqual(await checked(cwd, '--cache', ...only), await checked(cwd, ...only));
      fs.appendFileSync(path.join(cwd, '旧稿/1.txt'), '又及。\n');
      fs.renameSync(path.join(cwd, '旧稿/1.txt'), path.join(cwd, '旧稿/2.txt'));
      await hegao(['archive', 'update'], { cwd });
      const plain = await checked(cwd, ...only);
      assert.ok(JSON.stringify(plain.report).includes('旧稿/2.txt'));
      assert.deepEqual(await checked(cwd, '--cache', ...only), plain);
    }));

  it('keeps nothing of a classified draft', () =>
    inFolder({ '密.txt': `机密★\n${DRAFT}`, '密2.txt': `绝密★\n${DRAFT}` }, async (cwd) => {
      await checked(cwd, '--cache');
      assert.deepEqual(entries(cwd), []);
    }));

  it('takes a torn or foreign entry for none, and mends it', () =>
    inFolder(FOLDER, async (cwd) => {
      const plain = await checked(cwd, '--cache');
      const names = entries(cwd);
      assert.ok(names.length > 4);
      const whole = names.map((name) => fs.readFileSync(path.join(cwd, CACHE, name)));
      const harm = [
        (bytes: Buffer) => bytes.subarray(0, bytes.length - 7),
        (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 200), Buffer.alloc(bytes.length - 200)]),
        () => Buffer.from('{"findings": []}'),
        () => Buffer.alloc(0),
        (_: Buffer, i: number) => whole[(i + 1) % whole.length]!,
      ];
      for (const damage of harm) {
        for (const [i, name] of names.entries())
          fs.writeFileSync(path.join(cwd, CACHE, name), damage(whole[i]!, i));
        assert.deepEqual(await checked(cwd, '--cache'), plain);
        assert.deepEqual(
          names.map((name) => fs.readFileSync(path.join(cwd, CACHE, name))),
          whole,
        );
      }
    }));

  it('goes without where its folder cannot be used, and says so', () =>
    inFolder({ '稿.txt': DRAFT, 缓存: '一个文件' }, async (cwd) => {
      const { stderr, report } = await checked(cwd, '--cache', '--cache-location', '缓存', '稿.txt');
      assert.match(stderr, /缓存文件夹 .*缓存 不能用（这是文件，不是文件夹），本次不用缓存。/);
      assert.deepEqual(report, (await checked(cwd, '稿.txt')).report);
      assert.equal((await hegao(['check', '--cache-location', '缓存', '稿.txt'], { cwd })).code, 2);
    }));

  it('stays out of version control, and leaves a folder that was there as it is', () =>
    inFolder({ '稿.txt': DRAFT, '已有/': '' }, async (cwd) => {
      await checked(cwd, '--cache');
      assert.equal(fs.readFileSync(path.join(cwd, CACHE, '.gitignore'), 'utf8'), '*\n');
      await checked(cwd, '--cache', '--cache-location', '已有');
      assert.ok(!fs.existsSync(path.join(cwd, '已有/.gitignore')));
    }));

  it('serves two runs at once', () =>
    inFolder(FOLDER, async (cwd) => {
      const plain = await checked(cwd);
      const both = await Promise.all([checked(cwd, '--cache'), checked(cwd, '--cache')]);
      assert.deepEqual(both, [plain, plain]);
      assert.deepEqual(await checked(cwd, '--cache'), plain);
    }));

  it('has an old or a new entry after its writer was killed', () =>
    inFolder({}, async (cwd) => {
      const key = 'ab'.repeat(32);
      const [old, other] = ['旧'.repeat(200_000), '新'.repeat(200_000)];
      openStore(cwd).put(key, old, old);
      const program = `
        const { openStore } = require(${JSON.stringify(path.resolve(__dirname, '../../../server/src/cli/cache/store.ts'))});
        const store = openStore(${JSON.stringify(cwd)});
        for (let i = 0; ; i++) {
          const text = i % 2 ? '旧' : '新';
          store.put(${JSON.stringify(key)}, text.repeat(200000), text.repeat(200000));
          if (i === 2) process.stdout.write('!');
        }`;
      for (let round = 0; round < 4; round++) {
        const child = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const ended = new Promise((resolve) => child.once('close', resolve));
        await new Promise((resolve) => child.stdout.once('data', resolve));
        child.kill('SIGKILL');
        await ended;
        const kept = openStore(cwd).get(key);
        assert.ok(kept, 'an entry is there');
        assert.ok(kept.first === old || kept.first === other);
        assert.equal(kept.second(), kept.first);
      }
    })).timeout(60_000);

  it('is pruned: what was not used for a month, what a killed run left, the longest unused of too much', () =>
    inFolder({ 'ab/稿.txt': DRAFT }, async (cwd) => {
      const store = openStore(cwd);
      const now = Date.now();
      const keys = ['ab', 'cd', 'ef'].map((two) => two.repeat(32));
      for (const [i, key] of keys.entries()) {
        store.put(key, i, 'x'.repeat(1000));
        const used = new Date(now - [40, 2, 0][i]! * DAY);
        fs.utimesSync(entryFile(cwd, key), used, used);
      }
      const begun = `${entryFile(cwd, keys[2]!)}.12-34-5.tmp`;
      fs.writeFileSync(begun, '');
      fs.utimesSync(begun, new Date(now - 2 * DAY), new Date(now - 2 * DAY));
      const left = () => keys.map((key) => fs.existsSync(entryFile(cwd, key)));
      prune(cwd, now);
      assert.deepEqual(left(), [false, true, true]);
      assert.ok(!fs.existsSync(begun));
      prune(cwd, now + DAY / 2, 1500);
      assert.deepEqual(left(), [false, true, true], 'once a day');
      prune(cwd, now + 2 * DAY, 1500);
      assert.deepEqual(left(), [false, false, true]);
      assert.ok(fs.existsSync(path.join(cwd, 'ab/稿.txt')));
    }));
});
