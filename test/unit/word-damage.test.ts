import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { sourceOf } from '../../server/src/files/source.ts';
import { readWord } from '../../server/src/word/read.ts';
import { item, level, numbering, paragraph as p, table, wordFile, wordFiles } from '../support/word-file.ts';

const BODY =
  p('在全县水利工作会议上的讲话') +
  Array.from({ length: 60 }, (_, i) => item(`第${i}座水库除险加固，完成投资${i * 37}万元。`, 1)).join('') +
  table(['项目', '投资'], ['渠道', '9亿元']);
const FILE = wordFile(BODY, { numbering: numbering([level(0, 'chineseCounting', '%1、')]) });
const SENTENCE = /^[^\n。]*[\u4e00-\u9fff][^\n。]*$/;

/** What is said of bytes under a name; `null` where they are read. */
async function failureOf(bytes: Uint8Array, name = '稿.docx'): Promise<string | null> {
  const source = await sourceOf(bytes, name);
  return 'failure' in source ? source.failure : null;
}

/** A small generator of numbers that is the same in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Reads, and holds the reader to a second. */
function readSoon(bytes: Uint8Array): ReturnType<typeof readWord> {
  const started = performance.now();
  const result = readWord(bytes);
  assert.ok(performance.now() - started < 1000);
  return result;
}

/** A zip entry's declared size, where the directory and the entry say it, changed. */
function withDeclaredSize(bytes: Uint8Array, size: number): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 30 < lying.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return lying;
}

describe('Word files that are damaged', function () {
  this.timeout(60_000);

  it('cut short anywhere: one sentence', () => {
    for (let i = 0; i < 200; i++) {
      const result = readSoon(FILE.subarray(0, Math.floor((FILE.length * i) / 200)));
      assert.ok('failure' in result, `cut at ${i}/200`);
      assert.match(result.failure, SENTENCE);
    }
  });

  it('with a changed byte: one sentence, or the same reading', () => {
    const whole = readWord(FILE);
    assert.ok(!('failure' in whole));
    const random = createRandom(9);
    let failed = 0;
    for (let i = 0; i < 400; i++) {
      const changed = FILE.slice();
      changed[random(changed.length)]! ^= 1 << random(8);
      const result = readSoon(changed);
      if ('failure' in result) {
        failed++;
        assert.match(result.failure, SENTENCE);
      } else if (result.text !== whole.text) {
        // A part that is not found under its name any more is a part that is not there.
        assert.equal(result.text, whole.text.replace(/^[一二三四五六七八九十]+、/gm, ''));
      }
    }
    assert.ok(failed > 200, `${failed} noticed`);
  });

  it('whose XML is no XML, has a document type, or is nested without end', async () => {
    const files = wordFiles(BODY);
    const withXml = (xml: string): Uint8Array =>
      zipSync(
        Object.fromEntries(
          Object.entries({ ...files, 'word/document.xml': xml }).map(([n, x]) => [n, strToU8(x)]),
        ),
      );
    const xml = files['word/document.xml']!;
    assert.match((await failureOf(withXml(xml.slice(0, -20))))!, /损坏/);
    assert.match((await failureOf(withXml(xml.replace('水利', '水&lol;利'))))!, /损坏/);
    const doctype = '<!DOCTYPE w:document [<!ENTITY a "水"><!ENTITY b "&a;&a;&a;&a;">]>';
    assert.match((await failureOf(withXml(xml.replace('<w:document', `${doctype}<w:document`))))!, /DTD/);
    const deep = '<w:sdt><w:sdtContent>'.repeat(100_000);
    assert.match((await failureOf(withXml(xml.replace('<w:p>', `${deep}<w:p>`))))!, /嵌套过深/);
    const many = '<w:p/>'.repeat(1_000_001);
    const padding = Array.from({ length: 200_000 }, (_, i) => (i * 7919).toString(36)).join('');
    const crowd = xml.replace('<w:p>', `${many}<w:p>`).replace('</w:body>', `<!--${padding}--></w:body>`);
    assert.match((await failureOf(withXml(crowd)))!, /过大/);
    const notUtf8 = zipSync({
      ...Object.fromEntries(Object.entries(files).map(([n, x]) => [n, strToU8(x)])),
      'word/document.xml': Uint8Array.from([...strToU8('<a>'), 0xff, ...strToU8('</a>')]),
    });
    assert.match((await failureOf(notUtf8))!, /损坏/);
  });
});

describe('bombs', () => {
  const bomb = (size: number): Uint8Array => {
    const files = wordFiles(BODY);
    return zipSync(
      Object.fromEntries([
        ...Object.entries(files).map(([n, x]) => [n, strToU8(x)] as const),
        ['word/document.xml', new Uint8Array(size).fill(32)] as const,
      ]),
    );
  };

  it('that say how large they are', async () => {
    assert.match((await failureOf(bomb(32 << 20)))!, /过大/);
  });

  it('that lie about it are given up at the size they declare', () => {
    const lying = withDeclaredSize(bomb(32 << 20), 5000);
    const started = performance.now();
    const result = readWord(lying);
    assert.ok('failure' in result && SENTENCE.test(result.failure));
    assert.ok(performance.now() - started < 1000);
  });

  it('of many entries', async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array(0)])),
      { level: 0 },
    );
    assert.match((await failureOf(many))!, /过大/);
  });
});

describe('files of other kinds', () => {
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const ole = (name: string): Uint8Array =>
    Uint8Array.from([...OLE, ...new Array(600).fill(0), ...[...name].flatMap((c) => [c.charCodeAt(0), 0])]);
  const zipped = (...names: string[]): Uint8Array =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));

  const KINDS: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
    ['an old Word file', ole('WordDocument'), '稿.doc', /\.doc 文件.*在 WPS 中另存为 \.docx 后再核/],
    ['a file of WPS', ole('WordDocument'), '稿.wps', /\.wps 文件.*在 WPS 中另存为 \.docx 后再核/],
    ['an old file under a new name', ole('WordDocument'), '稿.docx', /旧版 Word.*另存为 \.docx/],
    ['a file with a password', ole('EncryptedPackage'), '稿.docx', /密码/],
    ['rich text', strToU8('{\\rtf1\\ansi'), '稿.doc', /RTF.*另存为 \.docx/],
    ['text under an old name', strToU8('同志们：'), '稿.wps', /\.wps 文件.*另存为/],
    ['a PDF under a new name', strToU8('%PDF-1.7\n'), '稿.docx', /PDF/],
    ['text under a new name', strToU8('同志们：'), '稿.docx', /不是 Word 文件/],
    ['nothing', new Uint8Array(0), '稿.docx', /空的/],
    ['a table', zipped('[Content_Types].xml', 'xl/workbook.xml'), '稿.docx', /表格文件/],
    ['slides', zipped('[Content_Types].xml', 'ppt/presentation.xml'), '稿.docx', /演示文稿/],
    ['OpenDocument', zipped('mimetype', 'content.xml'), '稿.docx', /OpenDocument.*另存为 \.docx/],
    ['any archive', zipped('照片.jpg'), '稿.docx', /压缩包/],
    ['an archive under the name of a text', zipped('照片.jpg'), '稿.txt', /压缩包/],
  ];
  for (const [kind, bytes, name, said] of KINDS) {
    it(`${kind}: one sentence`, async () => {
      const failure = await failureOf(bytes, name);
      assert.match(failure ?? '', said);
      assert.match(failure ?? '', SENTENCE);
    });
  }

  it('an encrypted entry', async () => {
    const locked = FILE.slice();
    const view = new DataView(locked.buffer);
    for (let at = 0; at + 4 < locked.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) locked[at + 8]! |= 1;
    }
    assert.match((await failureOf(locked))!, /密码/);
  });

  it('Word files under any name are read; texts stay texts', async () => {
    assert.equal(await failureOf(FILE, '稿'), null);
    assert.equal(await failureOf(strToU8('同志们：'), '稿.txt'), null);
  });
});
