import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { decode } from '../../server/src/files/decode.ts';
import type { Decoded } from '../../server/src/files/decoding.ts';
import { encode } from '../../server/src/files/encode.ts';
import { replaceText, writeFile } from '../../server/src/files/write.ts';
import { inFolder } from '../cli/harness.ts';

const FORMS: readonly Pick<Decoded, 'encoding' | 'bom'>[] = [
  { encoding: 'utf-8', bom: false },
  { encoding: 'utf-8', bom: true },
  { encoding: 'utf-16le', bom: true },
  { encoding: 'utf-16be', bom: true },
  { encoding: 'gb18030', bom: false },
];

describe('encode', () => {
  it('is read back as the same text in the same encoding', () => {
    const character = fc.oneof(
      fc.constantFrom('全', '市', '，', '“', '\n', '\r\n', '€', '㑇', '𠮷', 'é', '①'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const texts = fc.array(character, { maxLength: 8 }).map((all) => all.join('').toWellFormed());
    for (const form of FORMS) {
      fc.assert(
        fc.property(texts, (text) => {
          const bytes = encode(`讲话稿${text}`, form);
          if (!bytes) {
            assert.equal(form.encoding, 'gb18030');
            return;
          }
          if (form.encoding === 'gb18030') {
            assert.equal(new TextDecoder('gb18030', { fatal: true }).decode(bytes), `讲话稿${text}`);
          } else if (!text.includes('\0')) {
            assert.deepEqual(decode(bytes), { text: `讲话稿${text}`, ...form });
          }
        }),
        { seed: 3, numRuns: form.encoding === 'gb18030' ? 20 : 200 },
      );
    }
  });

  it('writes GB18030 as the standard has it', () => {
    const hex = (text: string) => Buffer.from(encode(text, FORMS[4]!)!).toString('hex');
    assert.equal(hex('a核稿'), '61bacbb8e5');
    assert.equal(hex('\u3000，“①'), 'a1a1a3aca1b0a2d9');
    assert.equal(hex('é€ˊ'), 'a8a6a2e3a840');
    assert.equal(hex('\u0080'), '81308130');
    assert.equal(hex('㑇𠮷\u{10ffff}'), 'fe569534b235e3329a35');
  });

  it('has no bytes for half a character', () => {
    for (const form of FORMS) assert.equal(encode('稿\ud800', form), undefined);
  });
});

describe('replaceText', () => {
  const text = '讲话\r\n全市，，投资\n增长\r完';
  const after = text.replace('，，', '，');

  for (const form of FORMS) {
    it(`keeps ${form.encoding}${form.bom ? ' with BOM' : ''}, line ends and mode`, () =>
      inFolder({ '稿.txt': encode(text, form)! }, async (cwd) => {
        const file = path.join(cwd, '稿.txt');
        fs.chmodSync(file, 0o640);
        assert.equal(replaceText(file, text, after), undefined);
        assert.deepEqual(fs.readFileSync(file), Buffer.from(encode(after, form)!));
        assert.equal(fs.statSync(file).mode & 0o777, 0o640);
        assert.deepEqual(fs.readdirSync(cwd), ['稿.txt']);
      }));
  }

  it('does not touch a file that changed meanwhile', () =>
    inFolder({ '稿.txt': `${text}！` }, async (cwd) => {
      const file = path.join(cwd, '稿.txt');
      assert.match(replaceText(file, text, after) ?? '', /改动过，没有覆盖/);
      assert.equal(fs.readFileSync(file, 'utf8'), `${text}！`);
    }));

  it('does not touch a file that could not be written back byte for byte', () => {
    // 0xa3a0 reads as the wide space that is also, and first of all, 0xa1a1.
    const bytes = Buffer.concat([Buffer.from(encode('讲话稿，，', FORMS[4]!)!), Buffer.from([0xa3, 0xa0])]);
    return inFolder({ '稿.txt': bytes }, async (cwd) => {
      const file = path.join(cwd, '稿.txt');
      const decoded = decode(bytes);
      assert.ok('text' in decoded);
      assert.match(replaceText(file, decoded.text, '讲话稿，') ?? '', /不能原样写回/);
      assert.deepEqual(fs.readFileSync(file), bytes);
    });
  });

  it('writes through a link, and the link stays', () =>
    inFolder({ '真/稿.txt': text }, async (cwd) => {
      const link = path.join(cwd, '稿.txt');
      fs.symlinkSync('真/稿.txt', link);
      assert.equal(replaceText(link, text, after), undefined);
      assert.ok(fs.lstatSync(link).isSymbolicLink());
      assert.equal(fs.readFileSync(path.join(cwd, '真/稿.txt'), 'utf8'), after);
    }));

  it('says why a file cannot be written', () =>
    inFolder({ '夹/': '' }, async (cwd) => {
      assert.equal(replaceText(path.join(cwd, '无.txt'), '', 'x'), '没有这个文件或文件夹');
      assert.equal(writeFile(path.join(cwd, '夹'), 'x'), '这是文件夹');
      assert.equal(writeFile(path.join(cwd, '新/a.json'), 'x'), undefined);
    }));
});
