import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { baseName, below, inFolder, parentOf } from '../../server/src/files/paths.ts';

const name = fc.string({ minLength: 1, maxLength: 6 }).filter((n) => !/[/\\:*?]|^\.{1,2}$/.test(n));
const names = fc.array(name, { minLength: 1, maxLength: 5 });

for (const [system, { dirname, basename, join, relative }, roots] of [
  ['POSIX', path.posix, ['/']],
  ['Windows', path.win32, ['C:\\', 'd:\\', '\\\\host\\share\\']],
] as const) {
  describe(`paths of ${system}, as Node has them`, () => {
    const full = fc
      .tuple(fc.constantFrom(...roots), names)
      .map(([root, parts]) => root + parts.join(system === 'POSIX' ? '/' : '\\'));

    it('are taken apart and put together', () => {
      fc.assert(
        fc.property(full, name, (file, last) => {
          assert.equal(parentOf(file), dirname(file));
          assert.equal(baseName(file), basename(file));
          assert.equal(inFolder(file, last), join(file, last));
        }),
      );
    });

    it('lead down from a folder', () => {
      fc.assert(
        fc.property(full, names, (folder, more) => {
          const file = more.reduce(inFolder, folder);
          assert.equal(below(folder, file), relative(folder, file).replaceAll(path.win32.sep, '/'));
          assert.equal(below(file, folder), undefined);
        }),
      );
    });

    it('end at their root', () => {
      for (const root of roots) {
        assert.equal(parentOf(root), root);
        assert.equal(parentOf(inFolder(root, 'a')), root);
        assert.equal(baseName(root), '');
      }
    });
  });
}

describe('paths', () => {
  it('of Windows have either slash, and drives and names in any case', () => {
    assert.equal(parentOf('C:/drafts/稿.txt'), 'C:\\drafts');
    assert.equal(below('c:\\Drafts', 'C:/drafts/旧/稿.txt'), '旧/稿.txt');
  });

  it('of POSIX may have a backslash in a name', () => {
    assert.equal(baseName('/a/b\\c.txt'), 'b\\c.txt');
    assert.equal(below('/a', '/A/b.txt'), undefined);
  });
});
