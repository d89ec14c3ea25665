import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Draft, Speech } from '../../server/src/draft/types.ts';
import { speechRule } from '../../server/src/engine/define.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { type Columns, mapSaid } from '../../server/src/facts/columns.ts';
import { createFactMemory, type ParagraphFacts } from '../../server/src/facts/facts.ts';
import { createSettingsChecker } from '../../server/src/lsp/checkers.ts';

const LINES = ['一是增长3.2%。', '二是下降XX%。', '各部门要抓好落实。', '（一）抓好项目建设。', ''];
const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });

const sentences = ({ text }: ParagraphFacts) => text.match(/[^。]+。/g) ?? [];
const longer = ({ text }: ParagraphFacts, than: number) => (text.length > than ? text : undefined);
const speechOf = (text: readonly string[]): Speech => readDraft(text.join('\n')).speeches[0]!;
const read = (columns: Pick<Columns, 'said'>, speech: Speech) => [
  columns.said(speech, sentences),
  columns.said(speech, longer, 7),
];

describe('what is picked from paragraphs', () => {
  it('is the same of a version that follows another as of one that follows none', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, fc.boolean()), { minLength: 1, maxLength: 6 }), (versions) => {
        const memory = createFactMemory();
        let before: Speech | undefined;
        for (const [text, asked] of versions) {
          const speech = speechOf(text);
          if (before) memory.follow(speech, before);
          if (asked) assert.deepEqual(read(memory, speech), read(createFactMemory(), speechOf(text)));
          before = speech;
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('is picked again from the paragraphs alone that differ', () => {
    const memory = createFactMemory();
    const asked: string[] = [];
    const pick = ({ text }: ParagraphFacts) => {
      asked.push(text);
      return [text];
    };
    const [first, second] = [
      speechOf(LINES),
      speechOf(['新增一段。', ...LINES.slice(0, 2), ...LINES.slice(3)]),
    ];
    memory.said(first, pick);
    asked.length = 0;
    memory.follow(second, first);
    const column = memory.said(second, pick);
    assert.deepEqual(asked, ['新增一段。', ...LINES.slice(0, 2)]);
    assert.deepEqual(
      mapSaid(second, column, (text, paragraph, index) => [text === paragraph.text, index]),
      second.paragraphs.map((_, index) => [true, index]),
    );
  });

  it('is picked again in the server, past a version that was not checked', () => {
    const asked: string[] = [];
    const pick = ({ text }: ParagraphFacts) => {
      asked.push(text);
      return text;
    };
    const rule = speechRule({
      id: 'asking',
      title: '',
      level: 'info',
      source: '',
      check: (speech, _, { facts }) => {
        facts.said(speech, pick);
        return [];
      },
    });
    const segmenter = { words: () => undefined };
    const checker = createSettingsChecker([rule], { segmenterOf: () => segmenter });
    const settings = presetSettings([rule]);
    const versions = ['一是快。\n\n二是好。', '一是快。\n\n二是很好。', '一是快。\n\n二是很好了。'];
    let before: Draft | undefined;
    versions.forEach((text, i) => {
      before = checker.read(text, 'text', { before });
      asked.length = 0;
      if (i !== 1) checker.check(before, settings);
    });
    assert.deepEqual(asked, ['二是很好了。']);
  });

  it('is picked anew for other things given', () => {
    const memory = createFactMemory();
    const speech = speechOf(LINES);
    const count = (than: number) => memory.said(speech, longer, than).length;
    assert.deepEqual([count(8), count(9), count(8)], [3, 1, 3]);
  });
});
