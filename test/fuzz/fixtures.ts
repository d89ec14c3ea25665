import fs from 'node:fs';
import path from 'node:path';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { readMarked } from '../support/marked.ts';

/** A text of the project with the name of where it is from. */
export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly kind: DraftKind;
}

const ROOT = path.join(import.meta.dirname, '../..');
const DRAFT = /\.(?:txt|md|speech|讲稿)$/;
const FOLDERS = ['samples', 'test/grammar', 'test/vscode/workspace', 'test/cli', 'test/lsp', 'test/unit'];

/** The samples and the drafts that lie beside tests. */
export function draftFiles(): readonly Fixture[] {
  return FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => DRAFT.test(name))
      .sort()
      .map((name) => read(path.join(folder, name))),
  );
}

/** The marked examples of the rules' pages, without their marks. */
export function pageExamples(): readonly Fixture[] {
  const folder = 'server/src/rules';
  return fs
    .readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) =>
      [...read(path.join(folder, name)).text.matchAll(/```speech\n([\s\S]*?)\n```/g)].map((match, i) => ({
        name: `${name} ${i + 1}`,
        text: readMarked(match[1]!).text,
        kind: 'text' as const,
      })),
    );
}

/** The marked texts of the rules' tests: every literal with a place in 〖〗. */
export function markedTests(): readonly Fixture[] {
  const folder = 'test/rules';
  return fs
    .readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.marked.test.ts'))
    .sort()
    .flatMap((name) =>
      [...read(path.join(folder, name)).text.matchAll(/'([^'\n]*〖[^'\n]*)'/g)].map((match, i) => ({
        name: `${name} ${i + 1}`,
        text: readMarked(match[1]!.replaceAll('\\n', '\n')).text,
        kind: 'text' as const,
      })),
    );
}

function read(name: string): Fixture {
  return {
    name,
    text: fs.readFileSync(path.join(ROOT, name), 'utf8'),
    kind: name.endsWith('.md') ? 'markdown' : 'text',
  };
}
