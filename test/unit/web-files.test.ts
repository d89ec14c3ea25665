import assert from 'node:assert/strict';
import { findDrafts } from '../../server/src/lsp/web/find.ts';
import { isInside, pathOf, show, uriOf } from '../../server/src/lsp/web/uris.ts';

const ROOT = '/drafts@host/稿件';

/** A file system of texts by path below ROOT. */
function folders(files: Readonly<Record<string, string>>) {
  const looked: string[] = [];
  return {
    looked,
    async readFolder(path: string) {
      looked.push(path.slice(ROOT.length));
      if (path.endsWith('/锁')) return { files: [], folders: [], failure: '没有读取权限' };
      const prefix = `${path.slice(ROOT.length)}/`.slice(1);
      const below = Object.keys(files)
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length).split('/'));
      const names = (wanted: boolean) => [
        ...new Set(below.filter((parts) => parts.length > 1 === wanted).map(([name]) => name!)),
      ];
      return { files: names(false), folders: names(true) };
    },
    readText: async (path: string) => files[path.slice(ROOT.length + 1)],
  };
}

async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const drafts = await findDrafts(ROOT, folders(files));
  return drafts.map(({ path, failure }) => path.slice(ROOT.length + 1) + (failure ? `：${failure}` : ''));
}

describe('paths of URIs, for a server without a disk', () => {
  for (const [uri, path] of [
    [
      'vscode-vfs://github%2B7b22/team/drafts/%E8%AE%B2%E8%AF%9D%20%231.txt',
      '/vscode-vfs@github%2B7b22/team/drafts/讲话 #1.txt',
    ],
    ['file:///C%3A/drafts/a.txt', '/file@/C:/drafts/a.txt'],
    ['drafts:///', '/drafts@'],
  ] as const) {
    it(`${uri} there and back`, () => {
      assert.equal(pathOf(uri), path);
      assert.equal(pathOf(uriOf(path)), path);
      assert.ok(isInside(path));
    });
  }

  it('takes the short form without an authority for the same place', () => {
    assert.equal(pathOf('drafts:/a/b.txt'), pathOf('drafts:///a/b.txt'));
  });

  it('has none for documents never saved and for more than a place', () => {
    for (const uri of ['untitled:Untitled-1', 'untitled:/a/b.txt', 'git:/a.txt?x=1', 'a/b.txt', 'x:/%']) {
      assert.equal(pathOf(uri), undefined, uri);
    }
  });

  it('shows the part that a user knows', () => {
    assert.equal(show('/vscode-vfs@github/team/drafts/讲话.txt'), '/team/drafts/讲话.txt');
  });

  it('knows when the way up has left the file system', () => {
    assert.ok(!isInside('/'));
    assert.ok(!isInside('/.hegao.json'));
    assert.ok(isInside('/drafts@/.hegao.json'));
  });
});

describe('drafts below a folder, for a server without a disk', () => {
  it('are those with the endings of drafts, sorted by path, none hidden or installed', async () => {
    assert.deepEqual(
      await found({
        'b.txt': '',
        'a/C.MD': '',
        'a/图.png': '',
        'a.speech': '',
        '.txt': '',
        '.隐.txt': '',
        '.git/x.txt': '',
        'node_modules/x/y.txt': '',
        'x/发言.讲稿': '',
      }),
      ['a.speech', 'a/C.MD', 'b.txt', 'x/发言.讲稿'],
    );
  });

  it('leave out what .gitignore says, the innermost file first, and ignored folders are not entered', async () => {
    const files = {
      '.gitignore': '旧稿/\n*.bak.txt\n!要.bak.txt\n/顶.txt\n',
      '旧稿/a.txt': '',
      'b/旧稿/a.txt': '',
      'a.bak.txt': '',
      '要.bak.txt': '',
      '顶.txt': '',
      'b/顶.txt': '',
      'c/.gitignore': '!a.bak.txt\n要.bak.txt\n',
      'c/a.bak.txt': '',
      'c/要.bak.txt': '',
    };
    assert.deepEqual(await found(files), ['b/顶.txt', 'c/a.bak.txt', '要.bak.txt']);
    const system = folders(files);
    await findDrafts(ROOT, system);
    assert.ok(!system.looked.includes('/旧稿') && !system.looked.includes('/b/旧稿'), system.looked.join());
  });

  it('name a folder that cannot be looked into, and go on', async () => {
    assert.deepEqual(await found({ 'a.txt': '', '锁/b.txt': '' }), ['a.txt', '锁：没有读取权限']);
  });
});
