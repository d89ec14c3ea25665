// npm run bench:archive [COUNTS]: builds archives of so many made speeches of 10,000 characters (1000,3000,10000 unless
// given) and asks each for what drafts share with it. With HEGAO_CORPUS the published reports there are added and asked for too.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openArchive } from '../server/src/archive/reader.ts';
import { addToArchive } from '../server/src/archive/update.ts';
import { createChecker } from '../server/src/engine/check.ts';
import { presetSettings } from '../server/src/engine/presets.ts';
import { createWorkspace } from '../server/src/engine/workspace.ts';
import passageReuse from '../server/src/rules/passage-reuse.ts';
import { createSpeechMaker, seeded } from '../test/support/speeches.ts';

const LENGTH = 10_000;
const DRAFTS = 100;
const PER_FOLDER = 1000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-archive-'));
void run(process.argv[2] ?? '1000,3000,10000').finally(() =>
  fs.rmSync(folder, { recursive: true, force: true }),
);

async function run(wanted: string): Promise<void> {
  const drafts = path.join(folder, 'drafts');
  process.stdout.write('篇数 | 字数（百万） | 秒 | 百万字／秒 | 索引MB | 原文MB | p50 | p95 ms | 提示\n');
  let made = 0;
  const maker = createSpeechMaker(1);
  const corpus = publishedReports();
  for (const count of wanted.split(',').map(Number)) {
    for (; made < count; made++) writeSpeech(drafts, made, corpus[made] ?? maker.speech(LENGTH));
    process.stdout.write(`${await measure(drafts, count)}\n`);
  }
}

function publishedReports(): readonly string[] {
  const corpus = process.env.HEGAO_CORPUS;
  if (!corpus) return [];
  const reports = path.join(corpus, 'corpus/published');
  return fs.readdirSync(reports).map((name) => fs.readFileSync(path.join(reports, name), 'utf8'));
}

function writeSpeech(drafts: string, index: number, text: string): void {
  const part = path.join(drafts, String(Math.floor(index / PER_FOLDER)));
  fs.mkdirSync(part, { recursive: true });
  fs.writeFileSync(path.join(part, `${index}.txt`), text);
}

/** Builds an archive of all that is written and asks it. */
async function measure(drafts: string, count: number): Promise<string> {
  const archive = path.join(folder, `archive-${count}`);
  const started = performance.now();
  await addToArchive(archive, [{ path: drafts, authority: false }], {
    progress: () => {},
    stopped: () => false,
  });
  const seconds = (performance.now() - started) / 1000;
  const reader = openArchive(archive)!;
  const characters = [...reader.documents()].reduce((sum, entry) => sum + entry.characters, 0);
  const texts = [...reader.documents()].reduce((sum, entry) => sum + fs.statSync(entry.path).size, 0);
  const bytes = fs
    .readdirSync(archive)
    .reduce((sum, name) => sum + fs.statSync(path.join(archive, name)).size, 0);
  const { p50, p95, found } = ask(reader, sampleDrafts([...reader.documents()].map((entry) => entry.path)));
  reader.close();
  const columns = [
    count,
    (characters / 1e6).toFixed(1),
    seconds.toFixed(1),
    (characters / 1e6 / seconds).toFixed(2),
    (bytes / 1e6).toFixed(1),
    (texts / 1e6).toFixed(1),
    p50.toFixed(1),
    p95.toFixed(1),
    found,
  ];
  return columns.join(' | ');
}

/** Drafts of which a third of the paragraphs come from all over the archive, with a figure or two changed. */
function sampleDrafts(paths: readonly string[]): readonly string[] {
  const below = seeded(2);
  const maker = createSpeechMaker(3);
  return Array.from({ length: DRAFTS }, () => {
    const lines = maker.speech(LENGTH).split('\n');
    return lines
      .map((line) => {
        if (line.length < 60 || below(3) > 0) return line;
        const source = fs.readFileSync(paths[below(paths.length)]!, 'utf8').split('\n');
        const taken = source.filter(({ length }) => length >= 60 && length < 600);
        return (taken[below(Math.max(1, taken.length))] ?? line).replace(/\d+/, () =>
          String(below(900) + 10),
        );
      })
      .join('\n');
  });
}

/** Milliseconds that the rule takes for a draft, the second time it sees one of the kind. */
function ask(
  archive: NonNullable<ReturnType<typeof openArchive>>,
  drafts: readonly string[],
): { readonly p50: number; readonly p95: number; readonly found: number } {
  const settings = presetSettings([passageReuse]);
  const checker = createChecker([passageReuse], { words: () => undefined });
  const times: number[] = [];
  let found = 0;
  for (const [round, text] of [...drafts, ...drafts].entries()) {
    const draft = checker.read(text, 'text');
    const started = performance.now();
    const workspace = createWorkspace([passageReuse]);
    workspace.put('稿', checker.summarise(draft, settings).summaries);
    const { findings } = workspace.check('稿', settings, { archive });
    if (round < drafts.length) continue;
    times.push(performance.now() - started);
    found += findings.length;
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  return { p50: at(0.5), p95: at(0.95), found };
}
