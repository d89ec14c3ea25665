// In a process of its own: CPU milliseconds of reading and checking one shape of text at several sizes.
// Arguments: the shape, then sizes in characters. Writes JSON: [[characters, milliseconds], …].
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { SHAPES } from './shapes.mjs';

const [shape, ...sizes] = process.argv.slice(2);
const loaded = loadWords();
if (!shape || !(shape in SHAPES)) throw new Error(`no such shape: ${shape}`);
if ('missing' in loaded) throw new Error(loaded.missing);
const { words } = loaded;
const make = SHAPES[shape as keyof typeof SHAPES];
const settings = presetSettings(rules);

/** A fresh checker each time: what is remembered of one text would make the next one cheap. */
function cost(text: string): number {
  const { read, check } = createChecker(rules, { words: () => words });
  const before = process.cpuUsage();
  check(read(text, 'text'), settings);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

cost(SHAPES.平常的稿子(60_000));
cost(make(10_000));
const costs = sizes.map(Number).map((size) => {
  const text = make(size);
  const rounds = size <= 30_000 ? 5 : size <= 300_000 ? 2 : 1;
  return [size, Math.min(...Array.from({ length: rounds }, () => cost(text)))];
});
process.stdout.write(`${JSON.stringify(costs)}\n`);
