import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readUnitSlips } from '../../server/src/facts/unit-slips/read.ts';

const corpus = process.env.HEGAO_CORPUS;
const RATE = /(?<![\d.～—-])\d+(?:\.\d+)?%(?=[，。；、])/g;

describe('published reports with one percent sign taken away', () => {
  before(function () {
    if (!corpus) this.skip();
  });

  it('are found nine times in ten', function () {
    this.timeout(60_000);
    const folder = path.join(corpus!, 'corpus/published');
    let [all, found] = [0, 0];
    for (const name of fs.readdirSync(folder)) {
      for (const line of fs.readFileSync(path.join(folder, name), 'utf8').split('\n')) {
        for (const match of line.matchAll(RATE)) {
          const at = match.index + match[0].length - 1;
          const slips = readUnitSlips(line.slice(0, at) + line.slice(at + 1), []);
          all++;
          if (slips.some(({ span }) => span.start >= match.index && span.end <= at)) found++;
        }
      }
    }
    assert.ok(all > 100 && found / all >= 0.9, `${found} of ${all}`);
  });
});
