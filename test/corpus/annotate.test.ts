import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { remarksOf } from '../../server/src/cli/annotate.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import { annotateBody, annotateWord } from '../../server/src/word/annotate/annotate.ts';
import { readWord } from '../../server/src/word/read.ts';
import type { WordDocument } from '../../server/src/word/types.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { commentedTexts, commentsOf, heldText, rejected } from '../support/annotated.ts';
import { convert, needLibreOffice, shownTexts } from '../support/libreoffice.ts';

const corpus = process.env.HEGAO_CORPUS;
const SIGNATURE = { author: '核稿', initials: '核', date: '2026-03-05T08:00:00Z' };
/** What every sentence of a report gives: findings made up at numbers, words and marks, each with a change. */
const SEEDS = /\d+(?:\.\d+)?%?|[，、]|发展|建设|[一二三四五六七八九十]+、/g;

// Needs texts that are not part of the project; without HEGAO_CORPUS there is nothing to read and nothing is claimed.
if (corpus) {
  const folder = path.join(corpus, 'corpus/docx');
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name));
  const loaded = loadWords();
  const checker = createChecker(rules, { words: () => ('words' in loaded ? loaded.words : undefined) });
  const read = (bytes: Uint8Array): WordDocument => {
    const document = readWord(bytes);
    if ('failure' in document) throw new Error(document.failure);
    return document;
  };

  function findingsIn({ text, ...extras }: WordDocument): readonly Finding[] {
    const { findings } = checker.check(readDraft(text, 'text', extras), presetSettings(rules));
    const seeded = [...text.matchAll(SEEDS)]
      .filter((_, i) => i % 7 === 0)
      .map(({ 0: words, index }) => {
        const span = { start: index, end: index + words.length };
        const edits = [{ span, newText: `${words}改` }];
        const fixes = [{ title: '改', safety: 'suggestion' as const, edits }];
        return {
          ruleId: 'seeded',
          messageId: 'seeded',
          severity: 'hint' as const,
          message: `“${words}”`,
          span,
          related: [],
          fixes,
        };
      });
    return [...findings, ...seeded].sort((a, b) => a.span.start - b.span.start);
  }

  const cases = files.map((file) => {
    const bytes = fs.readFileSync(file);
    const document = read(bytes);
    const findings = findingsIn(document);
    const draft = readDraft(document.text, 'text', document);
    const annotated = (withChanges: boolean) => {
      const remarks = remarksOf(draft, findings, withChanges);
      const made = annotateWord(bytes, document, remarks, SIGNATURE);
      if ('failure' in made) throw new Error(made.failure);
      return { remarks, made };
    };
    return { name: path.basename(file), bytes, document, findings, annotated };
  });

  describe('published reports in Word, annotated', function () {
    this.timeout(600_000);

    it('have every comment at its text', () => {
      let count = 0;
      for (const { name, document, findings, annotated } of cases) {
        const { made } = annotated(false);
        const texts = commentedTexts(made.bytes);
        const comments = [...commentsOf(made.bytes).keys()];
        assert.equal(comments.length, findings.length, name);
        comments.forEach((id, i) => {
          const words = heldText(document, findings[i]!.span);
          if (words !== '') assert.equal(texts.get(id), words, `${name} ${findings[i]!.message}`);
        });
        assert.equal(read(made.bytes).text, document.text, name);
        count += comments.length;
      }
      assert.ok(count > cases.length * 100, `${count} comments`);
    });

    it('are what they were without what was added; other parts as they were packed', () => {
      for (const { name, document, annotated } of cases) {
        const { remarks, made } = annotated(true);
        const { main } = annotateBody(document, remarks, SIGNATURE);
        let left = '';
        let from = 0;
        for (const { start, end } of main.inserted) {
          left += main.text.slice(from, start);
          from = end;
        }
        assert.ok(left + main.text.slice(from) === document.file.xml('word/document.xml'), name);
        const { entries } = read(made.bytes).file;
        for (const [part, { raw }] of document.file.entries) {
          if (/^(?:word\/document\.xml|\[Content_Types\]\.xml|word\/_rels\/document\.xml\.rels)$/.test(part))
            continue;
          assert.ok(Buffer.from(entries.get(part)!.raw).equals(raw), `${name} ${part}`);
        }
      }
    });

    it('give the changed text when changes are accepted, the old one when they are rejected', () => {
      for (const { name, document, annotated } of cases) {
        const { remarks, made } = annotated(true);
        const { text } = read(made.bytes);
        const seeded = remarks.filter(({ lines }) => lines.at(-1)!.endsWith('seeded'));
        assert.ok(made.changes >= seeded.length * 0.7, `${name}: ${made.changes} of ${seeded.length}`);
        assert.ok(text.length > document.text.length);
        const words = (xml: string): string =>
          [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, held]) => held).join('');
        const body = read(made.bytes).file.xml('word/document.xml')!;
        assert.ok(words(rejected(body)) === words(document.file.xml('word/document.xml')!), name);
      }
    });

    for (let first = 0; first < cases.length; first += 8) {
      const some = cases.slice(first, first + 8);
      it(`are opened by LibreOffice: text as it was, comments at their words after a round trip (from ${first + 1})`, function () {
        needLibreOffice(this);
        roundTrip(some);
      });
    }
  });

  function roundTrip(some: typeof cases): void {
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-annotate-'));
    try {
      const put = some.map(({ name, bytes, annotated }, i) => {
        const [before, after] = [path.join(work, `a${i}.docx`), path.join(work, `b${i}.docx`)];
        const { made } = annotated(false);
        fs.writeFileSync(before, bytes);
        fs.writeFileSync(after, made.bytes);
        return { name, made, before, after };
      });
      const shown = shownTexts(put.flatMap(({ before, after }) => [before, after]));
      const round = path.join(work, 'round');
      convert(
        put.map(({ after }) => after),
        'docx',
        round,
      );
      for (const { name, made, before, after } of put) {
        assert.ok(shown.get(after) !== undefined && shown.get(after) === shown.get(before), name);
        const theirs = fs.readFileSync(path.join(round, path.basename(after)));
        assert.deepEqual(
          [...commentedTexts(theirs).values()].sort(),
          [...commentedTexts(made.bytes).values()].sort(),
          name,
        );
      }
    } finally {
      fs.rmSync(work, { recursive: true });
    }
  }
}
