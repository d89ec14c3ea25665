import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { FILE_OPTIONS } from '../../server/src/config/file-options.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding, Rule } from '../../server/src/engine/types.ts';
import { readPack } from '../../server/src/lexicon/packs.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { ruleWith } from '../support/marked.ts';

const corpus = process.env.HEGAO_CORPUS;
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const ruleOf = (id: string): Rule => rules.find(({ meta }) => meta.id === id)!;

function found(rule: Rule): (text: string) => readonly Finding[] {
  const checker = createChecker([rule], { words: () => words });
  const settings = presetSettings([rule]);
  return (text) => checker.check(checker.read(text, 'text'), settings).findings;
}

// Needs texts that are not part of the project; without HEGAO_CORPUS there is nothing to read and nothing is claimed.
if (corpus) {
  const folder = path.join(corpus, 'corpus/published');
  const texts = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));

  describe('published reports and the style of an office', () => {
    it('raise at most 10 hints and nothing stronger with every shipped list on', () => {
      const names = FILE_OPTIONS.flatMap(({ shipped }) => shipped?.names ?? []);
      const check = found(ruleWith(ruleOf('team-terms'), { entries: names.flatMap(readPack) }));
      const raised = texts.flatMap(check);
      assert.deepEqual(
        raised.filter(({ severity }) => severity !== 'hint').map(({ message }) => message),
        [],
      );
      assert.ok(raised.length <= 10, `${raised.length}`);
    });

    for (const id of ['fixed-formula', 'name-variant', 'abbrev-first', 'self-reference'])
      it(`raise nothing of ${id}`, () => {
        assert.deepEqual(
          texts.flatMap(found(ruleOf(id))).map(({ message }) => message),
          [],
        );
      });

    const SPOILT: readonly (readonly [string, string])[] = [
      ['习近平新时代中国特色社会主义思想', '习近平新时代中国特色社会义思想'],
      ['习近平新时代中国特色社会主义思想', '习近平总书记新时代中国特色社会主义思想'],
      ['以习近平同志为核心的党中央', '以习近平为核心的党中央'],
      ['以习近平同志为核心的党中央', '以习近平总书记为核心的党中央'],
      ['铸牢中华民族共同体意识', '筑牢中华民族共同体意识'],
      ['做到“两个维护”，', '增强“两个维护”，'],
      ['习近平总书记', '习近平总书纪'],
    ];
    for (const [right, wrong] of SPOILT)
      it(`${wrong} in its place is found wherever ${right} stood`, () => {
        const check = found(ruleOf('fixed-formula'));
        let places = 0;
        for (const text of texts) {
          const spoilt = text.replaceAll(right, () => {
            places++;
            return wrong;
          });
          assert.equal(check(spoilt).length, spoilt === text ? 0 : text.split(right).length - 1);
        }
        assert.ok(places > 0, `${places} places`);
      });
  });
}
