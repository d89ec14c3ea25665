import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chineseOrdinal } from '../../server/src/draft/numerals.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Heading, Speech } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Edit, Finding } from '../../server/src/engine/types.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';

const corpus = process.env.HEGAO_CORPUS;
const structure = rules.filter(({ meta }) =>
  /^(?:numbering|level|series|heading|line|promised)-/.test(meta.id),
);
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const checker = createChecker(structure, { words: () => words });
const settings = presetSettings(structure);
const check = (text: string): readonly Finding[] =>
  checker.check(checker.read(text, 'text'), settings).findings;

/** One way to spoil a text at a heading; undefined where it cannot be done there. */
type Fault = (text: string, heading: Heading, next: Heading, speech: Speech) => readonly Edit[] | undefined;

const number = (heading: Heading, text: string): string =>
  text.slice(heading.digitsSpan.start, heading.digitsSpan.end);

const breakAt = (at: number): Edit => ({ span: { start: at, end: at }, newText: '\n' });

/** The first place from `from` on inside a word of three characters or fewer. */
function insideWord(text: string, from: number): number | undefined {
  const ends = words!.cut(text, false);
  const word = ends.findIndex((end, i) => {
    const start = ends[i - 1] ?? 0;
    return (
      start >= from && end - start > 1 && end - start < 4 && /^[\u4e00-\u9fff]+$/.test(text.slice(start, end))
    );
  });
  return word < 0 ? undefined : (ends[word - 1] ?? 0) + 1;
}

const raise = ({ markerSpan, marker }: Heading): Edit => ({
  span: markerSpan,
  newText: `${marker.text.replace(/[（()）]/g, '')}、`,
});

const FAULTS: Readonly<
  Record<
    string,
    {
      readonly fault: Fault;
      readonly rule: RegExp;
      readonly restores: boolean;
      /** So many places at least; 50 where nothing is said. */
      readonly least?: number;
    }
  >
> = {
  'a deleted heading': {
    rule: /^numbering-/,
    restores: false,
    fault: (_, heading, __, speech) => [{ span: speech.paragraphs[heading.paragraph]!.span, newText: '' }],
  },
  'a repeated number': {
    rule: /^numbering-duplicate$/,
    restores: true,
    fault: (text, heading, next) => [{ span: next.digitsSpan, newText: number(heading, text) }],
  },
  'two swapped numbers': {
    rule: /^numbering-gap$/,
    restores: true,
    fault: (text, heading, next) => [
      { span: heading.digitsSpan, newText: number(next, text) },
      { span: next.digitsSpan, newText: number(heading, text) },
    ],
  },
  'a promoted heading': {
    rule: /^numbering-style$/,
    restores: true,
    fault: (_, heading, next) =>
      next.marker.style === 'han-paren' && heading.marker.ordinal > 1 ? [raise(heading)] : undefined,
  },
  'a promoted first heading': {
    rule: /^numbering-style$/,
    restores: true,
    fault: (_, heading, next, { headings }) =>
      next.marker.style === 'han-paren' &&
      heading.marker.ordinal === 1 &&
      headings[heading.parent]?.marker.style === 'han'
        ? [raise(heading)]
        : undefined,
  },
  'a promoted last heading': {
    rule: /^numbering-style$/,
    restores: true,
    least: 10,
    // After the last but one section its number may be a section's own.
    fault: (_, __, next, { headings }) => {
      const after = headings.slice(headings.indexOf(next) + 1);
      const sections = after.filter(({ marker }) => marker.style === 'han');
      const last = next.marker.style === 'han-paren' && after[0] === sections[0] && sections.length > 1;
      return last && next.marker.ordinal !== headings[next.parent]?.marker.ordinal
        ? [raise(next)]
        : undefined;
    },
  },
  'a lowered heading': {
    rule: /^numbering-style$/,
    restores: true,
    fault: (_, heading, next, { headings }) =>
      next.marker.style === 'han-paren' &&
      (heading.marker.ordinal > 1 || headings[heading.parent]?.marker.style === 'han')
        ? [{ span: heading.markerSpan, newText: `${heading.marker.ordinal}.` }]
        : undefined,
  },
  'a lowered section': {
    rule: /^numbering-style$/,
    restores: true,
    least: 10,
    fault: (text, heading, next, { headings }) => {
      const before = headings[headings.indexOf(heading) - 1];
      // After a line without an end a number in brackets reads as part of it.
      const apart = /[。：]\s*$/.test(
        text.slice(Math.max(0, heading.markerSpan.start - 3), heading.markerSpan.start),
      );
      const alone = before?.marker.style === 'han' && apart;
      return next.marker.style === 'han' && heading.marker.ordinal > 1 && alone
        ? [{ span: heading.markerSpan, newText: `（${heading.marker.text.slice(0, -1)}）` }]
        : undefined;
    },
  },
  'a restyled number': {
    rule: /^numbering-style$/,
    restores: true,
    fault: (_, heading) =>
      heading.marker.style === 'han-paren' && heading.marker.text.startsWith('（')
        ? [{ span: heading.markerSpan, newText: heading.marker.text.replace('（', '(').replace('）', ')') }]
        : undefined,
  },
  'a number with a mark too many': {
    rule: /^numbering-style$/,
    restores: true,
    fault: (_, heading) =>
      heading.marker.style === 'han-paren'
        ? [{ span: heading.markerSpan, newText: `${heading.marker.text}、` }]
        : undefined,
  },
  'a section with a full stop': {
    rule: /^numbering-style$/,
    restores: true,
    fault: (_, heading) =>
      heading.marker.style === 'han'
        ? [{ span: heading.markerSpan, newText: heading.marker.text.replace('、', '．') }]
        : undefined,
  },
  'a level left out': {
    rule: /^level-skip$/,
    restores: true,
    least: 10,
    fault: (_, heading, next, { headings }) => {
      const own = headings.filter((one) => one.parent === heading.parent);
      const others = new Set(
        headings.filter(({ marker }) => marker.style === 'han-paren').map(({ parent }) => parent),
      );
      const plain = own.every((one) => !headings.some((child) => headings[child.parent] === one));
      if (next.marker.style !== 'han-paren' || own[0] !== heading || others.size < 3 || !plain)
        return undefined;
      return own.map(({ markerSpan, marker }) => ({ span: markerSpan, newText: `${marker.ordinal}.` }));
    },
  },
  'a glued heading': {
    rule: /^heading-glued$/,
    restores: true,
    fault: (text, _, next) => {
      const start = text.lastIndexOf('\n', next.markerSpan.start);
      const between = text.slice(start + 1, next.markerSpan.start);
      if (next.marker.style !== 'han-paren' || start < 1 || between !== '' || !/。/.test(text[start - 1]!))
        return undefined;
      return [{ span: { start, end: start + 1 }, newText: '' }];
    },
  },
  'a broken heading': {
    rule: /^line-broken$/,
    restores: true,
    fault: (text, { markerSpan, title, span }, _, speech) => {
      const alone = speech.paragraphs.some(
        (p) => p.span.start === markerSpan.start && p.span.end === span.end,
      );
      const at = alone ? insideWord(title, 8) : undefined;
      const from = span.end - title.length;
      return at === undefined || text.slice(from, span.end) !== title ? undefined : [breakAt(from + at)];
    },
  },
  'a broken word': {
    rule: /^line-broken$/,
    restores: true,
    fault: (_, heading, __, { paragraphs }) => {
      const body = paragraphs[heading.paragraph + 1];
      const at = body?.role === 'body' && body.breaks.length === 0 ? insideWord(body.text, 40) : undefined;
      return at === undefined ? undefined : [breakAt(body!.span.start + at)];
    },
  },
  'a broken figure': {
    rule: /^line-broken$/,
    restores: true,
    fault: (_, heading, __, { paragraphs }) => {
      const body = paragraphs[heading.paragraph + 1];
      const figure = body?.role === 'body' ? /\d\.\d|\d[%亿万]/.exec(body.text.slice(30)) : null;
      return figure ? [breakAt(body!.span.start + 31 + figure.index)] : undefined;
    },
  },
  'a broken line': {
    rule: /^line-broken$/,
    restores: true,
    fault: (text, heading, __, speech) => {
      const body = speech.paragraphs[heading.paragraph + 1];
      if (body?.role !== 'body' || body.text.length < 80) return undefined;
      const at = body.span.start + 60;
      return /[\u4e00-\u9fff]{2}/.test(text.slice(at - 1, at + 1))
        ? [{ span: { start: at, end: at }, newText: '\n' }]
        : undefined;
    },
  },
};

if (corpus) {
  const folder = path.join(corpus, 'corpus/published');
  const reports = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));

  describe('faults put into published reports', function () {
    this.timeout(300_000);
    for (const [name, spoil, rule] of [
      ['a repeated item of a series', (n: number) => n - 1, /^series-duplicate$/],
      ['a skipped item of a series', (n: number) => n + 1, /^series-gap$/],
    ] as const) {
      it(name, () => {
        let tried = 0;
        let single = 0;
        let restored = 0;
        const missed: string[] = [];
        for (const text of reports) {
          const draft = readDraft(text);
          const clean = check(text).length;
          const series = draft.speeches.flatMap(
            (speech) => createFactMemory().ofSpeech(speech).series.series,
          );
          for (const { marks } of series.filter(({ marks: all }) => all[0]!.form === '是')) {
            // The last item that says one number more, or the last but one that says one less.
            const mark = marks[marks.length - 1]!;
            const bad = applyEdits(text, [
              { span: mark.digits, newText: chineseOrdinal(spoil(mark.ordinal)) },
            ]);
            if (spoil(mark.ordinal) === 1) continue;
            tried++;
            const found = check(bad);
            if (found.length === clean + 1) single++;
            const right = found.find((f) => rule.test(f.ruleId));
            if (!right) missed.push(mark.text + text.slice(mark.span.end, mark.span.end + 12));
            else if (right.fixes[0] && applyEdits(bad, right.fixes[0].edits) === text) restored++;
          }
        }
        console.log(
          `      ${name}: ${tried} tried, missed ${missed.length}, exactly one ${single}, restored ${restored}`,
        );
        assert.ok(tried - missed.length >= 0.97 * tried, missed.join('\n'));
        assert.ok(single >= 0.95 * tried && restored >= 0.9 * tried, `${single} and ${restored} of ${tried}`);
      });
    }

    for (const [name, write, last] of [
      ['an item in another counter', (n: string) => `第${n}，`, true],
      ['an item like a section', (n: string) => `${n}、`, false],
      ['an item like a heading in brackets', (n: string) => `（${n}）`, false],
    ] as const) {
      it(name, () => {
        let tried = 0;
        let single = 0;
        let restored = 0;
        const missed: string[] = [];
        for (const text of reports) {
          const clean = check(text).length;
          const series = readDraft(text)
            .speeches.flatMap((speech) => createFactMemory().ofSpeech(speech).series.series)
            .filter(({ marks }) => marks.length > 2 && marks.every(({ form }) => form === '是'));
          for (const { marks } of series) {
            for (const mark of last ? marks : marks.slice(0, -1)) {
              tried++;
              const item = write(chineseOrdinal(mark.ordinal));
              const bad = applyEdits(text, [{ span: mark.span, newText: item }]);
              const found = check(bad);
              if (found.length === clean + 1) single++;
              const right = found.find((f) => f.ruleId === 'series-style');
              if (!right) missed.push(mark.text + text.slice(mark.span.end, mark.span.end + 12));
              else if (right.fixes[0] && applyEdits(bad, right.fixes[0].edits) === text) restored++;
            }
          }
        }
        console.log(
          `      ${name}: ${tried} tried, missed ${missed.length}, exactly one ${single}, restored ${restored}`,
        );
        assert.ok(tried > 50 && tried - missed.length >= 0.97 * tried, missed.join('\n'));
        assert.ok(single >= 0.95 * tried && restored >= 0.9 * tried, `${single} and ${restored} of ${tried}`);
      });
    }

    for (const [name, { fault, rule, restores, least = 50 }] of Object.entries(FAULTS)) {
      it(name, () => {
        const missed: string[] = [];
        let tried = 0;
        let single = 0;
        let restored = 0;
        for (const text of reports) {
          const clean = check(text).length;
          const speech = readDraft(text).speeches.at(-1)!;
          speech.headings.forEach((heading, i) => {
            const next = speech.headings.slice(i + 1).find((h) => h.parent === heading.parent);
            const follows =
              next?.marker.style === heading.marker.style &&
              next.marker.ordinal === heading.marker.ordinal + 1;
            const edits = follows && !heading.glued ? fault(text, heading, next, speech) : undefined;
            if (!edits) return;
            tried++;
            const bad = applyEdits(text, edits);
            const found = check(bad);
            if (found.length === clean + 1) single++;
            const right = found.find((f) => rule.test(f.ruleId));
            if (!right) missed.push(`${heading.marker.text}${heading.title.slice(0, 12)}`);
            else if (right.fixes[0] && applyEdits(bad, right.fixes[0].edits) === text) restored++;
            else if (process.env.SHOW) console.log(name, right.message, right.fixes[0]);
          });
        }
        const share = (part: number): string => `${((100 * part) / tried).toFixed(1)}%`;
        console.log(
          `      ${name}: ${tried} tried, found ${share(tried - missed.length)}, exactly one ${share(single)}, restored ${share(restored)}`,
        );
        assert.ok(tried > least, `${tried} tried`);
        assert.ok(tried - missed.length >= 0.97 * tried, missed.join('\n'));
        assert.ok(single >= 0.95 * tried, `${single} of ${tried}`);
        if (restores) assert.ok(restored >= 0.9 * tried, `${restored} of ${tried}`);
      });
    }
  });
}
