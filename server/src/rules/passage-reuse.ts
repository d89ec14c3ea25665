import { Type } from 'typebox';
import { workspaceRule } from '../engine/define.ts';
import type { Report, WorkspaceContext } from '../engine/types.ts';
import type { Place } from '../facts/passages/finder.ts';
import { createMemoryFinder, type MemoryFinder } from '../facts/passages/memory-finder.ts';
import { findSources, type Search } from '../facts/passages/reuse.ts';
import { type StoredDraft, storeDraft } from '../facts/passages/stored.ts';
import { gatherRuns, reuseReport } from './shared/reuse-report.ts';

const options = Type.Object(
  {
    length: Type.Integer({
      minimum: 60,
      maximum: 2000,
      default: 60,
      description: '相同的文字至少多少字才提示（标点、空格不计，一个数字算一个字）',
    }),
  },
  { additionalProperties: false },
);

export default workspaceRule({
  id: 'passage-reuse',
  title: '整段与别的讲话相同（本文件、同批稿件、档案）',
  level: 'info',
  source: '建议',
  options,
  summarise: (draft): StoredDraft => storeDraft(draft),
  createIndex() {
    const finder = createMemoryFinder();
    return {
      put: finder.put,
      remove: finder.remove,
      reports: (path, { length }, context) => reports(finder, path, length, context),
    };
  },
});

function reports(
  finder: MemoryFinder,
  path: string,
  length: number,
  { archive }: WorkspaceContext,
): readonly Report[] {
  const draft = finder.drafts().get(path)!;
  const alone = finder.drafts().size === 1;
  if (alone && draft.speeches.length === 1 && !archive) return [];
  return draft.speeches.flatMap((speech, index) => {
    const searches: Search[] = [
      ...(archive ? [{ finder: archive, counts: ({ authority }: Place) => authority === true }] : []),
      ...(index > 0
        ? [{ finder, counts: (there: Place) => there.path === path && there.speech < index }]
        : []),
      ...(alone ? [] : [{ finder, counts: (there: Place) => there.path !== path }]),
      ...(archive ? [{ finder: archive, counts: ({ authority }: Place) => authority !== true }] : []),
    ];
    const reused = finder
      .paragraphsOf(path)
      .filter((own) => own.speech === index)
      .flatMap(({ passages, paragraph }) => findSources(passages, paragraph, searches))
      .filter(({ source }) => source.authority !== true)
      .filter(({ shared }) => shared.reduce((sum, one) => sum + one.length, 0) >= length);
    return gatherRuns(reused).map((run) => reuseReport(run, speech, path));
  });
}
