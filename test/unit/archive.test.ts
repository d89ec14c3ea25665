import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ArchiveReader, openArchive } from '../../server/src/archive/reader.ts';
import { addToArchive, removeFromArchive, updateArchive } from '../../server/src/archive/update.ts';
import { youngToMerge } from '../../server/src/archive/writer.ts';
import { readPassages } from '../../server/src/facts/passages/read.ts';
import { createSpeechMaker } from '../support/speeches.ts';

const LONG =
  '这条路从镇上一直修到后山的茶园，沿线十来个村子的茶青、毛竹、笋干都指望它运出去，去年雨季塌了好几处，眼下正是补修的时候，能早一天通车就早一天见效。';
const quiet = { progress: () => {}, stopped: () => false };

describe('archive', () => {
  let folder: string;
  let archive: string;
  let drafts: string;
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-')));
    archive = path.join(folder, 'archive');
    drafts = path.join(folder, '旧稿');
    fs.mkdirSync(drafts);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string): void => fs.writeFileSync(path.join(drafts, name), text);
  const add = (batch = 4_000_000) =>
    addToArchive(archive, [{ path: drafts, authority: false }], { ...quiet, batch });
  const opened = <T>(use: (reader: ArchiveReader) => T): T => {
    const reader = openArchive(archive)!;
    try {
      return use(reader);
    } finally {
      reader.close();
    }
  };
  const held = (): string[] =>
    opened((reader) => [...reader.documents()].map((entry) => path.basename(entry.path)).sort());
  const sourcesOf = (text: string): string[] =>
    opened((reader) =>
      [...reader.like(readPassages(text).prints)].map((found) => path.basename(found.path)).sort(),
    );
  /** No file of the archive holds a document that no longer counts. */
  const assertNothingLeft = (): void => {
    const { segments } = opened(({ manifest }) => manifest);
    assert.deepEqual(
      segments.flatMap(({ removed }) => removed),
      [],
    );
    const files = fs.readdirSync(archive).filter((name) => name !== 'manifest.json');
    assert.deepEqual(files.sort(), segments.map(({ file }) => file).sort());
  };

  it('is none before something was added', () => assert.equal(openArchive(archive), undefined));

  it('finds what was added, after it was closed and opened again', async () => {
    write('甲.txt', `在茶山的讲话\n同志们：\n　　${LONG}\n`);
    write('乙.md', '# 别的\n\n短短一段，没有什么可说。\n');
    const outcome = await add();
    assert.deepEqual([outcome.added, outcome.failures], [2, []]);
    assert.deepEqual(sourcesOf(LONG), ['甲.txt']);
    opened((reader) => {
      const [found] = [...reader.like(readPassages(LONG).prints)];
      assert.equal(found!.draft.speeches[found!.speech]!.title, '在茶山的讲话');
      assert.equal(found!.passages.normal.text, LONG);
    });
  });

  it('takes up new, changed and vanished files alone', async () => {
    for (const name of ['甲', '乙', '丙']) write(`${name}.txt`, `${name}稿\n${LONG}\n`);
    await add();
    write('丁.txt', `丁稿\n${LONG}\n`);
    write('乙.txt', '乙稿\n这一稿全改了，原来的话一句也没有留下。\n');
    fs.rmSync(path.join(drafts, '丙.txt'));
    const { added, changed, removed, same } = await updateArchive(archive, quiet);
    assert.deepEqual({ added, changed, removed, same }, { added: 1, changed: 1, removed: 1, same: 1 });
    assert.deepEqual(held(), ['丁.txt', '乙.txt', '甲.txt']);
    assert.deepEqual(sourcesOf(LONG), ['丁.txt', '甲.txt']);
  });

  it('keeps what it has of a folder that is not there just now', async () => {
    write('甲.txt', `甲稿\n${LONG}\n`);
    await add();
    fs.renameSync(drafts, `${drafts}2`);
    const { removed, failures } = await updateArchive(archive, quiet);
    assert.deepEqual([removed, failures.length, held()], [0, 1, ['甲.txt']]);
  });

  it('forgets what is removed, on the disk too', async () => {
    for (const name of ['甲', '乙']) write(`${name}.txt`, `${name}稿\n${LONG}\n`);
    await add(1);
    assert.equal(await removeFromArchive(archive, [path.join(drafts, '甲.txt')]), 1);
    assert.deepEqual([held(), sourcesOf(LONG)], [['乙.txt'], ['乙.txt']]);
    assertNothingLeft();
    await removeFromArchive(archive, [drafts]);
    assert.deepEqual([held(), sourcesOf(LONG)], [[], []]);
  });

  for (const mark of ['秘密★1年', '机密★', '绝密★长期', '机 密 ★ 5年', '绝　密★']) {
    it(`never holds a file marked ${mark}, nor keeps one that is marked later`, async () => {
      write('密.txt', `${mark}\n在茶山的讲话\n${LONG}\n`);
      write('甲.txt', `甲稿\n${LONG}\n`);
      write('乙.txt', `乙稿\n${LONG}茶籽另算。\n`);
      const first = await add();
      assert.deepEqual(
        first.classified.map((file) => path.basename(file)),
        ['密.txt'],
      );
      assert.deepEqual(held(), ['乙.txt', '甲.txt']);
      write('乙.txt', `${mark}\n乙稿\n${LONG}茶籽另算。\n`);
      const second = await updateArchive(archive, quiet);
      assert.equal(second.classified.length, 2);
      assert.deepEqual([held(), sourcesOf(LONG)], [['甲.txt'], ['甲.txt']]);
      assertNothingLeft();
    });
  }

  it('gives the same whether it was built at once or in pieces', async () => {
    const maker = createSpeechMaker(5);
    const texts = Array.from({ length: 30 }, () => maker.speech(1500));
    for (const [i, text] of texts.entries()) write(`${i}.txt`, text);
    await add();
    const prints = texts.flatMap((text) => text.split('\n')).map((line) => readPassages(line).prints);
    const answers = () =>
      opened((reader) =>
        prints.map((own) =>
          [...reader.like(own)].map(({ path, speech, paragraph, common }) => [
            path,
            speech,
            paragraph,
            common.size,
          ]),
        ),
      );
    const whole = answers();
    assert.ok(whole.some((found) => found.length > 1));
    fs.rmSync(archive, { recursive: true });
    await add(1);
    assert.deepEqual(answers(), whole);
  });

  it('is read as it was while it is being written, and as it is when opened anew', async () => {
    write('甲.txt', `甲稿\n${LONG}\n`);
    await add();
    const reader = openArchive(archive)!;
    write('乙.txt', `乙稿\n${LONG}\n`);
    await add();
    assert.deepEqual([...reader.like(readPassages(LONG).prints)].length, 1);
    assert.equal(
      [...reader.like(readPassages(LONG).prints)][0]!.draft.speeches[0]!.paragraphs[0]!.text,
      LONG,
    );
    reader.close();
    assert.equal(sourcesOf(LONG).length, 2);
  });

  it('keeps what was committed when it is stopped, and goes on from there', async () => {
    for (let i = 0; i < 40; i++) write(`${String(i).padStart(2, '0')}.txt`, `第${i}稿\n${LONG}\n`);
    let done = 0;
    const progress = (count: number): void => {
      done = count;
    };
    const stopping = { progress, stopped: () => done >= 20, batch: 300 };
    const outcome = await addToArchive(archive, [{ path: drafts, authority: false }], stopping);
    assert.equal(outcome.stopped, true);
    assert.equal(held().length, outcome.added);
    assert.ok(outcome.added >= 20 && outcome.added < 40);
    const rest = await updateArchive(archive, quiet);
    assert.deepEqual([rest.same, rest.added], [outcome.added, 40 - outcome.added]);
  });

  it('loses no committed document when the process is killed, and sweeps up what it left', async () => {
    const maker = createSpeechMaker(9);
    for (let i = 0; i < 300; i++) write(`${i}.txt`, maker.speech(2000));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(__dirname, '../support/archive-child.ts'), archive, drafts],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    let committed: readonly string[] = [];
    for await (const _ of child.stdout) {
      committed = openArchive(archive) ? held() : [];
      if (committed.length >= 12) break;
    }
    child.kill('SIGKILL');
    assert.equal(await ended, 'SIGKILL');
    const after = new Set(held());
    assert.deepEqual(
      committed.filter((name) => !after.has(name)),
      [],
    );
    assert.ok(after.size < 300, 'it was killed before the end');
    opened((reader) => {
      for (const { path: file } of reader.documents()) assert.ok(fs.existsSync(file));
    });
    fs.writeFileSync(path.join(archive, '000999.seg'), 'halb');
    fs.writeFileSync(path.join(archive, '000998.seg.tmp'), '');
    const outcome = await add();
    assert.deepEqual([outcome.same, outcome.added], [after.size, 300 - after.size]);
    assert.equal(held().length, 300);
    assert.ok(
      !fs.existsSync(path.join(archive, '000999.seg')) &&
        !fs.existsSync(path.join(archive, '000998.seg.tmp')),
    );
  }).timeout(60_000);

  it('lets one process write at a time, and takes over from a dead one', async () => {
    write('甲.txt', `甲稿\n${LONG}\n`);
    fs.mkdirSync(archive);
    const lock = path.join(archive, 'lock');
    fs.writeFileSync(lock, JSON.stringify({ pid: process.pid, host: os.hostname() }));
    await assert.rejects(add(), /另一个程序正在写/);
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.once('exit', resolve));
    fs.writeFileSync(lock, JSON.stringify({ pid: dead.pid, host: os.hostname() }));
    assert.equal((await add()).added, 1);
    assert.ok(!fs.existsSync(lock));
  });

  it('says what is wrong with one of another version, and with a damaged one', async () => {
    write('甲.txt', `甲稿\n${LONG}\n`);
    await add();
    const manifest = path.join(archive, 'manifest.json');
    const good = fs.readFileSync(manifest, 'utf8');
    fs.writeFileSync(manifest, good.replace('"version":1', '"version":2'));
    assert.throws(() => openArchive(archive), /另一版本/);
    fs.writeFileSync(manifest, '{');
    assert.throws(() => openArchive(archive), /已损坏/);
    fs.writeFileSync(manifest, good);
    fs.truncateSync(path.join(archive, JSON.parse(good).segments[0].file), 40);
    assert.throws(() => openArchive(archive), /已损坏/);
  });
});

describe('segments to merge', () => {
  for (const [sizes, young] of [
    [[], 0],
    [[100], 0],
    [[100, 10], 0],
    [[100, 10, 5], 2],
    [[30, 10, 5], 3],
    [[1000, 100, 10, 1], 0],
    [[5, 5, 5, 5], 4],
  ] as const) {
    it(`of ${sizes.join(' ')} are the last ${young}`, () => assert.equal(youngToMerge(sizes), young));
  }
});
