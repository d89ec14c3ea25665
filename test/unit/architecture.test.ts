import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { generated } from '../../scripts/generate/outputs.ts';

const ROOT = path.join(__dirname, '../..');
const SOURCE = path.join(ROOT, 'server/src');

/** Rooms from the innermost to the outermost; an import may only point inward. `words` holds one interface and its engines. */
const ROOMS = [
  'lexicon',
  'draft',
  'words',
  'facts',
  'engine',
  'rules',
  'word',
  'files',
  'config',
  'typeset',
  'archive',
  'cli',
  'lsp',
];
const PURE = ['lexicon', 'draft', 'facts', 'engine', 'rules', 'word'];

function sources(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
}

function imports(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
}

function roomOf(file: string): string {
  const [room] = path.relative(SOURCE, file).split(path.sep);
  return room!.endsWith('.ts') ? 'shell' : room!;
}

describe('architecture', () => {
  it('imports point inward only', () => {
    const back: string[] = [];
    for (const file of sources(SOURCE)) {
      const here = ROOMS.indexOf(roomOf(file));
      if (here < 0) continue;
      for (const target of imports(file).filter((name) => name.startsWith('.'))) {
        const room = roomOf(path.resolve(path.dirname(file), target));
        const shellsApart =
          (roomOf(file) === 'cli' && room === 'lsp') || (roomOf(file) === 'lsp' && room === 'cli');
        if (ROOMS.indexOf(room) > here || shellsApart)
          back.push(`${path.relative(SOURCE, file)} → ${target}`);
      }
    }
    assert.deepEqual(back, []);
  });

  it('the inner rooms need no Node, so that a browser can run them', () => {
    const found = sources(SOURCE)
      .filter((file) => PURE.includes(roomOf(file)))
      .flatMap((file) =>
        imports(file)
          .filter((name) => name.startsWith('node:'))
          .map((name) => `${file}: ${name}`),
      );
    assert.deepEqual(found, []);
  });

  it('each foreign engine has one door', () => {
    const users = (name: string): string[] =>
      sources(SOURCE)
        .filter((file) => imports(file).some((target) => target === name || target.startsWith(`${name}/`)))
        .map((file) => path.relative(SOURCE, file).split(path.sep).join('/'));
    assert.deepEqual(users('nodejieba'), ['words/nodejieba.ts']);
    assert.deepEqual(
      users('docx').filter((file) => !file.startsWith('typeset/')),
      [],
    );
    assert.deepEqual(
      users('vscode-languageserver').filter((file) => !file.startsWith('lsp/')),
      ['browser.ts', 'server.ts'],
    );
  });

  it('what writes Word files is loaded from its own bundle, and by nobody directly', () => {
    const writers = sources(SOURCE).filter((file) => imports(file).includes('docx'));
    assert.ok(writers.length > 3);
    const inside = new Set([...writers, path.join(SOURCE, 'typeset/writer.ts')]);
    const importers = sources(SOURCE).flatMap((file) =>
      inside.has(file)
        ? []
        : imports(file)
            .filter((name) => name.startsWith('.') && inside.has(path.resolve(path.dirname(file), name)))
            .map((name) => `${path.relative(SOURCE, file).split(path.sep).join('/')} → ${name}`),
    );
    assert.deepEqual(importers, ['typeset/load-writer.ts → ./writer.ts']);
    const loader = fs.readFileSync(path.join(SOURCE, 'typeset/load-writer.ts'), 'utf8');
    assert.match(loader, /import type \* as writer from '\.\/writer\.ts'/);
  });

  it('the client imports nothing of the server', () => {
    const found = sources(path.join(ROOT, 'client/src')).filter((file) =>
      imports(file).some((t) => t.includes('server/')),
    );
    assert.deepEqual(found, []);
  });

  it('the client and the server speak of the same requests', () => {
    const declarations = (file: string): string =>
      fs
        .readFileSync(file, 'utf8')
        .replace(/\/\*\*[\s\S]*?\*\//g, '')
        .replace(/vscode-language(?:client|server)/g, '')
        .replace(/\s+/g, ' ');
    const rooms = (folder: string): Record<string, string> =>
      Object.fromEntries(
        sources(path.join(ROOT, folder)).map((file) => [path.basename(file), declarations(file)]),
      );
    const server = rooms('server/src/lsp/protocol');
    assert.ok(Object.keys(server).length > 3);
    assert.deepEqual(rooms('client/src/protocol'), server);
  });

  it('generated files are up to date (npm run generate)', async () => {
    for (const [file, content] of Object.entries(await generated(ROOT))) {
      assert.equal(fs.readFileSync(path.join(ROOT, file), 'utf8'), content, file);
    }
  });
});
