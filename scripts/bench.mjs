// npm run bench [-- --out FOLDER] [--rounds N] [--short] …: command line beside command line on made drafts, by turns in
// one run, output to a file; then typing through the server. Writes bench.md, bench.json and bench.svg. --short leaves
// the peers out, --no-growth the cost by length, --no-typing the typing; --only CORPUS and --with NAME (repeatable) take these alone. A run that takes longer than --limit
// SECONDS is ended. At the end of every draft stands a fault: who does not report it in all of them is not compared.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleNamed } from './bench/bundle.mjs';
import { draftSet, draftText } from './bench/drafts.mjs';
import { contestants, FLOOR, installPeers, ONE_FILE, VERSIONS } from './bench/peers.mjs';
import { filesFound, planted, plantedLine } from './bench/planted.mjs';
import { asMarkdown, asSvg } from './bench/report.mjs';
import { exponent, measure, median } from './bench/run.mjs';
import { MEASURED } from './bench/shapes.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path.join(root, 'out/bench') },
    limit: { type: 'string', default: '120' },
    rounds: { type: 'string', default: '3' },
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    with: { type: 'string', multiple: true },
    growth: { type: 'boolean', default: true },
    typing: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-bench-'));
try {
  const corpora = writeCorpora();
  const all = contestants(root, values.short ? folder : installPeers(root));
  const own = /^(?:hegao|读入|node|rg)/;
  const names = Object.keys(all)
    .filter((name) => !values.short || own.test(name))
    .filter((name) => values.with?.includes(name) ?? true);
  const runs = takeTurns(corpora, names, all);
  const growth = values.growth ? measureGrowth() : [];
  const result = {
    machine: machine(),
    rounds: Number(values.rounds),
    versions: VERSIONS,
    corpora: Object.fromEntries(Object.entries(corpora).map(([name, { bytes }]) => [name, bytes])),
    runs,
    growth,
    typing: values.typing ? measureTyping() : undefined,
  };
  fs.mkdirSync(values.out, { recursive: true });
  const markdown = asMarkdown(result);
  fs.writeFileSync(path.join(values.out, 'bench.md'), markdown);
  fs.writeFileSync(path.join(values.out, 'bench.json'), `${JSON.stringify(result, undefined, 2)}\n`);
  fs.writeFileSync(path.join(values.out, 'bench.svg'), asSvg(result));
  process.stdout.write(markdown);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

function machine() {
  const load = os.loadavg()[0].toFixed(0);
  return `Node ${process.version.slice(1)}，${os.availableParallelism()}核，测完时负载${load}`;
}

/** Name → bytes, and the line of the fault in every file; the folders `txt` and `md` of each hold the same drafts. */
function writeCorpora() {
  const sets = {
    空文件: [''],
    一万字一篇: [planted(draftText(3, 10_000))],
    一百篇: draftSet(1, 100, 8_400_000).map(planted),
    一篇1MB: draftSet(2, 1, 1_000_000).map(planted),
    一篇10MB: draftSet(4, 1, 10_000_000).map(planted),
  };
  return Object.fromEntries(
    Object.entries(sets).map(([name, texts]) => {
      const lines = new Map();
      for (const ending of ['txt', 'md']) {
        const place = path.join(folder, name, ending);
        fs.mkdirSync(place, { recursive: true });
        texts.forEach((text, i) => {
          fs.writeFileSync(path.join(place, `${i}.${ending}`), text);
          if (text !== '') lines.set(`${i}.${ending}`, plantedLine(text));
        });
      }
      return [name, { bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0), lines }];
    }),
  );
}

/** Corpus → contestant → medians. Who was too slow once, or has not read everything, is not asked again for that corpus. */
function takeTurns(corpora, names, all) {
  return Object.fromEntries(
    Object.keys(corpora)
      .filter((corpus) => values.only?.includes(corpus) ?? true)
      .map((corpus) => {
        const cwd = path.join(folder, corpus);
        const { lines } = corpora[corpus];
        const taken = Object.fromEntries(names.map((name) => [name, []]));
        for (let round = 0; round < Number(values.rounds); round++) {
          for (const name of names) {
            if (name === ONE_FILE && lines.size !== 2) continue;
            if (!all[name] || taken[name].some(({ wall, unread }) => Number.isNaN(wall) || unread)) continue;
            const look = (output) =>
              FLOOR.includes(name) ? undefined : lines.size / 2 - filesFound(output, lines);
            const { seen: unread, ...figures } = measure(all[name], cwd, Number(values.limit), look);
            taken[name].push({ ...figures, unread });
            process.stderr.write(`${corpus} ${name} ${figures.wall.toFixed(2)} s ${unread ?? ''}\n`);
          }
        }
        return [corpus, Object.fromEntries(names.map((name) => [name, summary(taken[name])]))];
      }),
  );
}

function summary(taken) {
  const of = (key) => taken.map((one) => one[key]);
  const unread = taken.find((one) => one.unread)?.unread;
  if (taken.length === 0) return { missing: '没有装上' };
  if (unread) return { missing: `${unread}份稿子里放的错没有报出，不比` };
  if (of('wall').some(Number.isNaN)) return { missing: `超过${values.limit}秒` };
  return {
    wall: median(of('wall')),
    cpu: median(of('cpu')),
    least: { wall: Math.min(...of('wall')), cpu: Math.min(...of('cpu')) },
    memory: Math.max(...of('memory')),
  };
}

function measureTyping() {
  const script = ['--import', 'tsx', path.join(root, 'scripts/bench-typing.ts'), '--json'];
  const { status, stdout } = spawnSync(process.execPath, script, {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

function measureGrowth() {
  const script = path.join(folder, 'growth.cjs');
  bundleNamed(root, 'scripts/bench/growth.ts', script);
  return Object.entries(MEASURED).map(([shape, sizes]) => {
    const { status, stdout } = spawnSync(process.execPath, [script, shape, ...sizes.map(String)], {
      encoding: 'utf8',
      timeout: 300_000,
    });
    const points = status === 0 ? JSON.parse(stdout) : [];
    process.stderr.write(`${shape} ${JSON.stringify(points)}\n`);
    return { shape, points, exponent: points.length > 1 ? exponent(points) : Number.NaN };
  });
}
