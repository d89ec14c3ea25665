import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/draft/read.ts';
import { overlaps } from '../../server/src/draft/span.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';

const corpus = process.env.HEGAO_CORPUS;
const loaded = loadWords();
const checker = createChecker(rules, { words: () => ('words' in loaded ? loaded.words : undefined) });
const settings = presetSettings(rules);

/** Warnings and errors of a text. */
function found(text: string): readonly Finding[] {
  const { findings, failures } = checker.check(checker.read(text, 'text'), settings);
  assert.deepEqual(failures, []);
  return findings.filter(({ severity }) => severity === 'warning' || severity === 'error');
}

/** Warnings and errors of a text, as `rule: text`. */
function alarms(text: string): string[] {
  return found(text).map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`);
}

// Needs texts that are not part of the project; without HEGAO_CORPUS there is nothing to read and nothing is claimed.
if (corpus) {
  const folder = path.join(corpus, 'corpus/published');
  const reports = fs
    .readdirSync(folder)
    .map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') }));

  describe('published reports', () => {
    it('raise at most 2 alarms per 100,000 characters, none of them from numbering', () => {
      const raised = reports.flatMap(({ text }) => alarms(text));
      const characters = reports.reduce((sum, { text }) => sum + text.length, 0);
      assert.ok((raised.length * 100_000) / characters <= 2, raised.join('\n'));
      assert.deepEqual(
        raised.filter((alarm) => /^(?:numbering|level)-/.test(alarm)),
        [],
      );
    });

    it('a deleted heading gives exactly one finding more', () => {
      const wrong: string[] = [];
      let tried = 0;
      for (const { name, text } of reports) {
        const clean = found(text);
        {
          const speech = readDraft(text).speeches.at(-1);
          const { headings, paragraphs } = speech!;
          headings.forEach((heading, i) => {
            const next = headings.slice(i + 1).find((h) => h.parent === heading.parent);
            const follows =
              next?.marker.style === heading.marker.style &&
              next.marker.ordinal === heading.marker.ordinal + 1;
            if (!follows || heading.glued) return;
            tried++;
            const { span } = paragraphs[heading.paragraph]!;
            const cut = alarms(text.slice(0, span.start) + text.slice(span.end));
            const others = clean.filter((finding) => !overlaps(finding.span, span));
            if (cut.length !== others.length + 1)
              wrong.push(`${name} ${heading.marker.text}${heading.title.slice(0, 12)}: ${cut.join(' | ')}`);
          });
        }
      }
      assert.ok(tried > 200, `${tried} headings tried`);
      assert.deepEqual(wrong, []);
    });

    it('a placeholder put in place of any figure is found', () => {
      const missed: string[] = [];
      for (const { name, text } of reports) {
        const figures = [...text.matchAll(/(?<=增长)\d+\.\d%/g)].filter((_, i) => i % 5 === 0);
        for (const { index, 0: figure } of figures) {
          const masked =
            text.slice(0, index) + figure.replace(/\d/g, 'x') + text.slice(index + figure.length);
          if (!alarms(masked).some((alarm) => alarm.startsWith('placeholder-number')))
            missed.push(`${name} ${index}`);
        }
      }
      assert.deepEqual(missed, []);
    });
  });
}
