import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createArchiveMemory } from '../archive/memory.ts';
import { readConfigBytes } from '../config/read.ts';
import { DRAFT_EXTENSIONS, findFiles, realPath } from '../files/find.ts';
import { readText } from '../files/read.ts';
import { wordOpinions } from '../typeset/opinion-table.ts';
import { createJiebaWorker } from '../words/jieba-worker.ts';
import { loadWords } from '../words/load.ts';
import type { Files, Host } from './host.ts';

/** The disk of this computer. */
const files: Files = {
  pathOf(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return fileURLToPath(uri);
    } catch {
      return undefined;
    }
  },
  uriOf: (file) => pathToFileURL(file).href,
  realPath,
  show: (file) => file,
  read: (file) => (fs.existsSync(file) ? readText(file) : undefined),
  readBytes: readConfigBytes,
  async findDrafts(folder) {
    const found = await findFiles(['.'], folder, DRAFT_EXTENSIONS);
    return found.map((draft) => ({ ...draft, path: path.resolve(folder, draft.path) }));
  },
};

const archives = createArchiveMemory();

/** A server under Node: files from the disk, the dictionary beside the bundle. */
export const nodeHost: Host = {
  files,
  ready: () => Promise.resolve(),
  loadWords: () => loadWords(),
  createJieba: () => createJiebaWorker(),
  openArchive: archives.open,
  closeArchives: archives.close,
  exportWord: async (draft, wish) => (await import('./write-word.ts')).writeWord(draft, wish),
  async wordTable(title, columns, rows) {
    const made = await wordOpinions(title, columns, rows);
    return 'failure' in made ? made : { content: Buffer.from(made.content).toString('base64') };
  },
};
