import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createChecker } from '../../server/src/engine/check.ts';
import { kindsOf, MASK_KINDS, type MaskWord } from '../../server/src/engine/masking/kinds.ts';
import { type Masking, maskText } from '../../server/src/engine/masking/mask.ts';
import { createTokenizer, sitesOf } from '../../server/src/engine/masking/tokens.ts';
import { unmaskText } from '../../server/src/engine/masking/unmask.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { readEntities } from '../../server/src/facts/entities/read.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { seeded } from '../support/speeches.ts';

const corpus = process.env.HEGAO_CORPUS;
const ALL = Object.keys(MASK_KINDS) as readonly MaskWord[];

/** A character of an edited masked text and where it stood before; undefined for one that was written in. */
interface Sign {
  readonly sign: string;
  readonly from: number | undefined;
}

// Needs texts that are not part of the project; without HEGAO_CORPUS there is nothing to read and nothing is claimed.
if (corpus) {
  const folder = path.join(corpus, 'corpus/published');
  const reports = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  const loaded = loadWords();
  const words = 'words' in loaded ? loaded.words : undefined;
  const masked = (text: string, what?: readonly MaskWord[]): Masking =>
    maskText(text, readEntities(text, words, { kinds: kindsOf(what), keep: [], also: [] }));

  describe('published reports, masked', function () {
    this.timeout(180_000);
    it('are given back character for character', () => {
      for (const text of reports)
        for (const what of [undefined, ALL]) {
          const masking = masked(text, what);
          assert.ok(masking.places.length > 20);
          assert.equal(unmaskText(masking.text, masking).text, text);
        }
    });

    it('hold next to no full name of a province or city', () => {
      const left = reports.flatMap((text) =>
        [
          ...masked(text).text.matchAll(
            /(?:安徽|江苏|浙江|福建|四川|贵州|陕西|甘肃|辽宁|湖南|湖北|山西)省|(?:合肥|南京|杭州|福州|成都|贵阳|西安|兰州|沈阳|长沙|武汉|太原)市/g,
          ),
        ].map(([name]) => name),
      );
      assert.deepEqual(left, []);
    });

    it('leave hegao:masked next to nothing to find', () => {
      const checker = createChecker(rules, { words: () => words });
      const settings = presetSettings(rules, 'hegao:masked');
      const leaks = reports.flatMap((text) =>
        checker
          .check(checker.read(masked(text).text, 'text'), settings)
          .findings.filter(({ ruleId }) => ruleId === 'mask-leak'),
      );
      assert.ok(leaks.length <= 1, leaks.map(({ message }) => message).join('\n'));
    });

    it('are given back after edits without one wrong value', () => {
      let right = 0;
      let all = 0;
      reports.forEach((text, i) => {
        const masking = masked(text, ALL);
        const tokens = createTokenizer(masking);
        const sites = new Map(sitesOf(masking, tokens).map((site) => [site.start, site]));
        const signs = edited(masking.text, seeded(i));
        const now = signs.map(({ sign }) => sign).join('');
        const { text: restored, open } = unmaskText(now, masking);
        const left = new Set(open.map(({ span }) => span.start));
        const pieces: string[] = [];
        let from = 0;
        for (const { start, end, mask } of tokens(now)) {
          const site = sites.get(signs[start]!.from ?? -1);
          const value = left.has(start) || site?.mask !== mask ? mask : site.value;
          pieces.push(now.slice(from, start), value);
          from = end;
          all++;
          if (!left.has(start)) right++;
        }
        assert.equal(restored, pieces.join('') + now.slice(from));
      });
      assert.ok(right / all > 0.9, `${right} of ${all}`);
    });
  });
}

/** A text with paragraphs left out and put in, words put in and taken out, items of lists left out, clauses exchanged. */
function edited(text: string, below: (limit: number) => number): readonly Sign[] {
  const signs: Sign[] = Array.from({ length: text.length }, (_, from) => ({ sign: text[from]!, from }));
  const written = (added: string): Sign[] => Array.from(added, (sign) => ({ sign, from: undefined }));
  for (let i = 0; i < 40; i++) {
    const now = signs.map(({ sign }) => sign).join('');
    const at = below(now.length);
    const line = now.lastIndexOf('\n', at) + 1;
    const [a, b, c] = marksBehind(now, at, i % 6 === 3 ? '、' : '，');
    if (i % 6 === 0) signs.splice(line, now.indexOf('\n', at) + 1 - line);
    else if (i % 6 === 1) signs.splice(line, 0, ...written('新加一段，XX市要抓好XX县的工作，增长x.x%。\n'));
    else if (i % 6 === 2) signs.splice(at, 0, ...written('进一步'));
    else if (i % 6 === 3 && b > a && b - a < 12) signs.splice(a, b - a);
    else if (i % 6 === 4 && c > b && b > a && c - a < 60)
      signs.splice(a, c - a, ...signs.slice(b, c), ...signs.slice(a, b));
  }
  return signs;
}

function marksBehind(text: string, at: number, mark: string): readonly [number, number, number] {
  const a = text.indexOf(mark, at);
  const b = text.indexOf(mark, a + 1);
  return [a, b, text.indexOf(mark, b + 1)];
}
