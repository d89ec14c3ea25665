// One run of a command line, measured from outside.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const TIME = '/usr/bin/time';
/** How `timeout` says that it has ended a command. */
const ENDED = 124;
const hasTime = fs.existsSync(TIME) && spawnSync('timeout', ['--version']).status === 0;

/**
 * Runs a command in a folder, its output to a file: wall and CPU seconds, the largest resident memory (MB), and what
 * `look` makes of the path of that file. Without GNU time CPU and memory are not known (NaN). A command that runs
 * longer than `limit` seconds is ended, and all is NaN.
 */
export function measure([program, ...rest], cwd, limit = 120, look = () => undefined) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-run-'));
  const figures = path.join(folder, 'time');
  const output = fs.openSync(path.join(folder, 'out'), 'w');
  const timed = [TIME, '-o', figures, '-f', '%e %U %S %M', program, ...rest];
  // Ended together with the programs that it has started, which spawnSync alone would leave running.
  const command = hasTime ? ['timeout', String(limit), ...timed] : [program, ...rest];
  const started = performance.now();
  const { error, status } = spawnSync(command[0], command.slice(1), {
    cwd,
    stdio: ['ignore', output, output],
    timeout: hasTime ? undefined : limit * 1_000,
  });
  const wall = (performance.now() - started) / 1000;
  fs.closeSync(output);
  const ended = error !== undefined || (hasTime && status === ENDED);
  const written = hasTime && !ended ? fs.readFileSync(figures, 'utf8').trim().split('\n').at(-1) : '';
  const seen = ended ? undefined : look(path.join(folder, 'out'));
  fs.rmSync(folder, { recursive: true, force: true });
  if (ended) return { wall: Number.NaN, cpu: Number.NaN, memory: Number.NaN };
  const [, user, system, kilobytes] = written.split(' ').map(Number);
  return { wall, cpu: user + system, memory: kilobytes / 1024, seen };
}

/** The middle value; NaN if a run is missing. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.some(Number.isNaN) || sorted.length === 0 ? Number.NaN : sorted[sorted.length >> 1];
}

/** Slope of the line of least squares through the logarithms: 1 is cost in proportion to length. */
export function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (index) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const up = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return up / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
