import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { uriOf } from '../../server/src/cli/formats/escape.ts';
import { FORMATS } from '../../server/src/cli/formats/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { outside } from '../support/outside.ts';
import { officialSarif, type SarifJudge } from '../support/sarif-official.ts';
import { CLEAN, DRAFT, hegao, inFolder } from './harness.ts';

/** Findings with related places, fixes of both kinds, a place between two characters, and two ways of silencing. */
const RICH = `在全县项目推进会上的讲话
同志们：
下面讲三点意见。
一、认清形势
一季度，全市工业投资增长5.2%，，完成投资XX亿元，“后劲充足。
三、压实责任
一季度，全市工业投资增长6.2%，&nbsp;XX市要带头。
<!-- hegao-disable-next-line placeholder-number -- 待统计局核 -->

全市农业投资增长xx.x%。
`;
const ODD = ['有 空格/稿 一.md', 'a#b?c%20d&e.md', `引'号[1]{2}^~.md`, '表情😀.md', '-.md'];

/** A report on one place, so that a figure of another draft can contradict it. */
const city = (value: string): string =>
  `2024年临江县工作汇报\n2024年，临江县实现地区生产总值${value}亿元。\n`;

async function logOf(cwd: string, ...args: string[]): Promise<Log> {
  return JSON.parse((await hegao(['check', '--format', 'sarif', ...args], { cwd })).stdout) as Log;
}

const runOf = ({ runs }: Log): Run => runs[0]!;
const resultsOf = (log: Log): readonly Result[] => runOf(log).results ?? [];

describe('SARIF by its official schema', () => {
  let judge: SarifJudge;

  before(async function () {
    this.timeout(600_000);
    judge = await outside(this, officialSarif);
  });

  it('holds for findings, related places, fixes, suppressions and files that could not be read', () =>
    inFolder({ '稿.md': RICH, '断.txt': Buffer.from([0, 1]) }, async (cwd) => {
      const log = await logOf(cwd, '.', '--preset', 'hegao:final');
      assert.deepEqual(judge(log), []);
      const results = resultsOf(log);
      const has = (test: (result: Result) => unknown): boolean => results.some(test);
      assert.ok(has(({ relatedLocations }) => relatedLocations?.length));
      assert.ok(has(({ suppressions }) => suppressions?.[0]?.justification === '待统计局核'));
      const safeties = results.flatMap(({ fixes = [] }) => fixes.map(({ properties }) => properties?.safety));
      assert.deepEqual([...new Set(safeties)].sort(), ['safe', 'suggestion']);
      assert.equal(runOf(log).invocations![0]!.toolExecutionNotifications?.length, 1);
    }));

  it('holds for what is silenced outside the draft, and for places in another draft', () =>
    inFolder({ '稿.txt': DRAFT, '甲.txt': city('57.3'), '乙.txt': city('53.7') }, async (cwd) => {
      const { code, stderr } = await hegao(['ignore', 'add', '稿.txt:3:13', '--reason', '核对过'], { cwd });
      assert.equal(code, 0, stderr);
      const log = await logOf(cwd, '.');
      assert.deepEqual(judge(log), []);
      const kinds = resultsOf(log).flatMap(({ suppressions = [] }) => suppressions.map(({ kind }) => kind));
      assert.deepEqual(kinds, ['external']);
      const related = resultsOf(log).flatMap(({ relatedLocations = [] }) => relatedLocations);
      const uris = related.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri);
      assert.ok(uris.includes(uriOf('乙.txt')));
    }));

  it('holds for paths of any spelling', () =>
    inFolder(Object.fromEntries(ODD.map((name) => [name, RICH])), async (cwd) => {
      for (const args of [['.'], [cwd], [path.join(cwd, '有 空格')]]) {
        const log = await logOf(cwd, ...args);
        assert.deepEqual(judge(log), []);
        assert.ok(resultsOf(log).length > 0);
      }
    }));

  it('holds for any name at all: with a drive, on a server, from standard input', async () => {
    const finding = {
      ruleId: 'typo',
      messageId: 'x',
      severity: 'warning' as const,
      message: '不妥。',
      span: { start: 0, end: 1 },
      related: [],
      fixes: [],
    };
    const format = FORMATS.find(({ name }) => name === 'sarif')!;
    const report = () => format.create({ io: {} as never, color: false, failOn: 'error' });
    const draft = readDraft('讲话\n');
    const logWith = async (name: string): Promise<Log> => {
      const { begin, file, end } = await report();
      const body = file({ path: name, draft, findings: [finding], failures: [] });
      const counts = { error: 0, warning: 1, info: 0, hint: 0 };
      return JSON.parse(begin() + body + end({ files: 1, failed: 0, counts })) as Log;
    };
    const names = ['C:\\稿 件\\1.txt', 'd:/a.txt', '\\\\服务器\\共享\\a.txt', '<标准输入>', '/根/稿.txt'];
    const uris: string[] = [];
    for (const name of names) {
      const log = await logWith(name);
      assert.deepEqual(judge(log), [], name);
      uris.push(decodeURI(resultsOf(log)[0]!.locations![0]!.physicalLocation!.artifactLocation!.uri!));
    }
    assert.deepEqual(uris, [
      'file:///C:/稿 件/1.txt',
      'file:///d:/a.txt',
      'file://服务器/共享/a.txt',
      '<标准输入>',
      'file:///根/稿.txt',
    ]);
    const name = fc.string({
      unit: fc.constantFrom('稿', ' ', '%', '#', ':', '/', '\\', '\ud800', '😀', '"', '\n'),
    });
    await fc.assert(
      fc.asyncProperty(name, async (one) => assert.deepEqual(judge(await logWith(one)), [])),
      { seed: 8, numRuns: 60 },
    );
  });

  it('holds where there is nothing to report and nothing to check', () =>
    inFolder({ '净.txt': CLEAN, '空.txt': '', '夹/': '' }, async (cwd) => {
      for (const args of [['净.txt'], ['空.txt'], ['夹'], ['无.txt']]) {
        const log = await logOf(cwd, ...args);
        assert.deepEqual(judge(log), [], args[0]);
        assert.deepEqual(resultsOf(log), []);
      }
    }));

  it('fails when a field is missing, misspelt or of the wrong kind', () =>
    inFolder({ '稿.md': RICH, '断.txt': Buffer.from([0, 1]) }, async (cwd) => {
      const good = await logOf(cwd, '.');
      const related = resultsOf(good).findIndex(({ relatedLocations }) => relatedLocations);
      const fixed = resultsOf(good).findIndex(({ fixes }) => fixes);
      const silenced = resultsOf(good).findIndex(({ suppressions }) => suppressions);
      const at = (index: number, ...rest: (string | number)[]) => ['runs', 0, 'results', index, ...rest];
      const driver = ['runs', 0, 'tool', 'driver'];
      const region = at(0, 'locations', 0, 'physicalLocation', 'region');
      const broken: readonly (readonly [readonly (string | number)[], unknown])[] = [
        [['version'], '2.1'],
        [['runs'], undefined],
        [[...driver, 'name'], undefined],
        [[...driver, 'informationUri'], 'not a uri'],
        [[...driver, 'rules', 0, 'help'], { markdown: '没有 text' }],
        [[...driver, 'rules', 0, 'defaultConfiguration', 'level'], 'info'],
        [['runs', 0, 'columnKind'], 'utf16'],
        [['runs', 0, 'artifacts', 0, 'roles'], ['target']],
        [['runs', 0, 'invocations', 0, 'executionSuccessful'], undefined],
        [['runs', 0, 'invocations', 0, 'toolExecutionNotifications', 0, 'message'], undefined],
        [at(0, 'message'), '文字'],
        [at(0, 'level'), 'info'],
        [at(0, 'locations', 0, 'physicalLocation', 'artifactLocation', 'uri'), '有 空格.md'],
        [[...region, 'startLine'], 0],
        [[...region, 'charOffset'], '0'],
        [[...region, 'column'], 1],
        [at(related, 'relatedLocations', 0, 'message', 'text'), 1],
        [at(fixed, 'fixes', 0, 'artifactChanges', 0, 'replacements'), []],
        [at(silenced, 'suppressions', 0, 'kind'), 'comment'],
      ];
      assert.deepEqual(judge(good), []);
      for (const [keys, value] of broken) {
        assert.notDeepEqual(judge(changed(good, keys, value)), [], keys.join('.'));
      }
    }));
});

/** The log with another value, or none, at a place that there is. */
function changed(log: Log, keys: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(log)) as Record<string | number, unknown>;
  const parent = keys.slice(0, -1).reduce<Record<string | number, unknown>>((node, key) => {
    assert.ok(key in node, keys.join('.'));
    return node[key] as Record<string | number, unknown>;
  }, copy);
  if (value === undefined) delete parent[keys.at(-1)!];
  else parent[keys.at(-1)!] = value;
  return copy;
}
