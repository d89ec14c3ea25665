import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readHere } from '../support/ci-page.ts';
import { ROOT } from './support.ts';

/**
 * Does what the Dockerfile says with folders for images: the stage that builds is this project as built, the second
 * one is made in `image`. What changes the base system is held against its form alone.
 */
export function buildImage(image: string) {
  const lines = readHere('Dockerfile')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean);
  const stages = lines.filter((line) => line.startsWith('FROM '));
  assert.match(stages[0]!, /^FROM node:2[2-9]-bookworm AS build$/);
  assert.equal(stages[1], stages[0]!.replace(' AS build', '-slim'));
  const second = lines.slice(lines.indexOf(stages[1]!) + 1);
  const building = lines.slice(1, lines.indexOf(stages[1]!));
  assert.deepEqual(building, ['WORKDIR /hegao', 'COPY . .', 'RUN npm ci && npm run build']);
  for (const kept of ['package-lock.json', 'scripts', 'server/src']) {
    assert.ok(!readHere('.dockerignore').split('\n').includes(kept), kept);
  }
  const json = (word: string): readonly string[] =>
    JSON.parse(second.find((line) => line.startsWith(`${word} `))!.slice(word.length)) as string[];
  for (const folder of ['usr/local/bin', 'tmp']) fs.mkdirSync(path.join(image, folder), { recursive: true });
  for (const line of second) {
    const [, word, rest = ''] = /^([A-Z]+) (.*)$/.exec(line)!;
    if (word === 'COPY') copyInto(image, rest);
    else if (word === 'RUN' && rest.startsWith('apt-get')) {
      assert.match(
        rest,
        /^apt-get update && apt-get install --yes --no-install-recommends git && rm -rf \S+ && git /,
      );
    } else if (word === 'RUN') {
      const moved = rest.replace(/(?<= )\/(?:opt|usr)\S*/g, (place) => `'${image}${place}'`);
      execFileSync('sh', ['-ec', moved], { stdio: 'inherit' });
    } else assert.ok(['USER', 'WORKDIR', 'ENTRYPOINT', 'CMD'].includes(word!), line);
  }
  const workdir = second.find((line) => line.startsWith('WORKDIR '))!.slice('WORKDIR '.length);
  return { entrypoint: json('ENTRYPOINT'), command: json('CMD'), workdir };
}

function copyInto(image: string, words: string): void {
  const [from, ...names] = words.split(' ');
  assert.equal(from, '--from=build');
  const to = path.join(image, names.pop()!);
  fs.mkdirSync(to, { recursive: true });
  for (const name of names) {
    const source = path.join(ROOT, name.replace(/^\/hegao\//, ''));
    fs.copyFileSync(source, path.join(to, path.basename(name)));
  }
}
