import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Type } from 'typebox';
import { createJsonReport } from '../../server/src/cli/report-json.ts';
import { createComparison } from '../../server/src/cli/run/compare.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { workspaceRule } from '../../server/src/engine/define.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { createWorkspace } from '../../server/src/engine/workspace.ts';
import { PLAIN } from '../../server/src/words/segmenters.ts';

/** Reports a first line that stands in another draft too. */
const sameTitle = workspaceRule({
  id: 'same-title',
  title: '同题',
  level: 'warning',
  source: '建议',
  options: Type.Object({ from: Type.Integer({ default: 2 }) }),
  summarise: ({ text }) => text.split('\n')[0]!,
  createIndex() {
    const titles = new Map<string, string>();
    return {
      put: (path, title) => void titles.set(path, title),
      remove: (path) => void titles.delete(path),
      reports(path, { from }) {
        const own = titles.get(path)!;
        if (own === '坏') throw new Error('坏了');
        const others = [...titles].filter(([other, title]) => other !== path && title === own);
        if (others.length + 1 < from) return [];
        const span = { start: 0, end: own.length };
        const related = others.map(([other]) => ({ message: '另一稿', span, path: other })).sort(byPath);
        return [{ messageId: 'same', message: '同题', span, related }];
      },
    };
  },
});

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

const rules = [sameTitle];
const settings = presetSettings(rules);
const checker = createChecker(rules, { words: () => undefined });
const summariesOf = (text: string) => checker.summarise(checker.read(text, 'text'), settings).summaries;

describe('rules that compare drafts', () => {
  it('say of a draft what the others make of it, by their summaries', () => {
    const workspace = createWorkspace(rules);
    workspace.put('甲', summariesOf('讲话\n一'));
    workspace.put('乙', summariesOf('讲话\n二'));
    workspace.put('丙', summariesOf('报告\n二'));
    assert.deepEqual(
      ['甲', '丙'].map((path) => workspace.check(path, settings).findings.map((f) => f.related[0]?.path)),
      [['乙'], []],
    );
    workspace.put('乙', summariesOf('致辞\n二'));
    assert.deepEqual(workspace.check('甲', settings).findings, []);
    workspace.put('丙', summariesOf('讲话\n三'));
    workspace.remove('丙');
    assert.deepEqual(workspace.check('甲', settings).findings, []);
  });

  it('give the same whatever the order, and after JSON', () => {
    const draft = fc.record({
      path: fc.constantFrom('1', '2', '3', '4'),
      title: fc.constantFrom('甲', '乙'),
    });
    fc.assert(
      fc.property(fc.array(draft), fc.array(draft), (history, last) => {
        const worn = createWorkspace(rules);
        for (const { path, title } of [...history, ...last]) worn.put(path, summariesOf(title));
        const newest = new Map([...history, ...last].map(({ path, title }) => [path, title]));
        const fresh = createWorkspace(rules);
        for (const [path, title] of [...newest].reverse())
          fresh.put(path, JSON.parse(JSON.stringify(summariesOf(title))) as Record<string, unknown>);
        for (const path of newest.keys())
          assert.deepEqual(worn.check(path, settings), fresh.check(path, settings));
      }),
    );
  });

  it('that throw become a failure of the draft, and the others go on', () => {
    const workspace = createWorkspace(rules);
    workspace.put('甲', summariesOf('坏'));
    const { findings, failures } = workspace.check('甲', settings);
    assert.deepEqual(findings, []);
    assert.match(failures[0]!.message, /“same-title”运行出错.*坏了/);
  });

  it('point into the other draft by its own lines', async () => {
    const comparison = createComparison(rules)!;
    for (const [path, text] of Object.entries({ '甲.txt': '讲话\n一', '乙.txt': '讲话\n\n二' })) {
      const draft = checker.read(text, 'text');
      const { summaries } = checker.summarise(draft, settings);
      const core = {
        findings: [],
        failures: [],
        silenced: [],
        unusedLines: [],
        unusedComments: [],
        speeches: 1,
      };
      comparison.take({
        path,
        draft,
        findings: [],
        failures: [],
        checked: {
          core: { ...core, summarised: Object.keys(summaries) },
          ground: { settings, segmenter: PLAIN },
          silences: [],
          summaries: () => summaries,
        },
      });
    }
    const report = createJsonReport();
    const { value } = await comparison.results().next();
    const first = JSON.parse(report.file(value!));
    assert.deepEqual(first.findings[0].related, [
      {
        message: '另一稿',
        range: { start: { line: 1, column: 1 }, end: { line: 1, column: 3 } },
        offset: { start: 0, end: 2 },
        path: '乙.txt',
      },
    ]);
  });
});
