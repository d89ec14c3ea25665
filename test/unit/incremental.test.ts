import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Draft, DraftKind } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { seeded } from '../support/speeches.ts';
import { applied, createWriter, EDIT_KINDS, longSpeech } from '../support/typing.ts';

/** Edits per draft; `HEGAO_EDITS=5000` for a long run. */
const EDITS = Number(process.env.HEGAO_EDITS ?? 40);
const SEED = Number(process.env.HEGAO_SEED ?? 1);

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const settings = presetSettings(rules);

describe('a draft that is edited', () => {
  for (const [name, text] of drafts()) {
    const kind: DraftKind = name.endsWith('.md') ? 'markdown' : 'text';
    it(`reads and is found fault with as if it were new: ${name}`, function () {
      this.timeout(Math.max(20_000, EDITS * 1000));
      const checker = createChecker(rules, { words: () => words });
      const write = createWriter(SEED);
      const below = seeded(SEED);
      let now = text;
      let before: Draft | undefined;
      for (let edit = 0; edit < EDITS; edit++) {
        // Now and then several edits come at once.
        for (let more = below(8) === 0 ? 3 : 1; more > 0; more--)
          now = applied(now, write(now, EDIT_KINDS[below(EDIT_KINDS.length)]!));
        if (now.length > text.length + 2000) now = text;
        before = checker.read(now, kind, { before: below(10) === 0 ? undefined : before });
        assert.equal(told(before), told(readDraft(now, kind)), `edit ${edit}: the draft`);
        const fresh = createChecker(rules, { words: () => words });
        assert.equal(
          JSON.stringify(checker.check(before, settings)),
          JSON.stringify(fresh.check(fresh.read(now, kind), settings)),
          `edit ${edit} (HEGAO_SEED=${SEED}): the findings of ${JSON.stringify(now)}`,
        );
      }
    });
  }
});

/** A draft as text, the way from its paragraphs to the source included. */
function told({ kind, speeches }: Draft): string {
  return JSON.stringify([
    kind,
    speeches.map((speech) => ({
      ...speech,
      paragraphs: speech.paragraphs.map(({ toSource, ...paragraph }) => ({
        ...paragraph,
        sources: Array.from(paragraph.text, (_, at) => toSource({ start: at, end: at + 1 })),
      })),
    })),
  ]);
}

function drafts(): readonly (readonly [string, string])[] {
  const root = path.resolve(__dirname, '../..');
  const samples = fs
    .readdirSync(path.join(root, 'samples'))
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => [name, fs.readFileSync(path.join(root, 'samples', name), 'utf8')] as const);
  const made = [
    ['made.txt', longSpeech(3000)],
    [
      'made.md',
      `# 一篇\n\n> 引文\n\n| 指标 | 数 |\n| --- | --- |\n| 粮食产量 | 5万吨 |\n\n${longSpeech(1500, 2)}`,
    ],
    ['collection.txt', `第一篇：${longSpeech(1000, 3)}\n第二篇：${longSpeech(1000, 4)}`],
  ] as const;
  return [...samples, ...made, ...corpus()];
}

/** With HEGAO_CORPUS stretches of real drafts, too. */
function corpus(): readonly (readonly [string, string])[] {
  const folder = process.env.HEGAO_CORPUS && path.join(process.env.HEGAO_CORPUS, 'drafts');
  if (!folder) return [];
  const below = seeded(SEED);
  return fs.readdirSync(folder).flatMap((name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    return [0, 1, 2].map((part) => {
      const from = below(Math.max(1, text.length - 4000));
      return [`${name.slice(0, 3)}-${part}`, text.slice(from, from + 4000)] as const;
    });
  });
}
