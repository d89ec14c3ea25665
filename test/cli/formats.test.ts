import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { Log } from 'sarif';
import { Value } from 'typebox/value';
import { FORMATS } from '../../server/src/cli/formats/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { rules } from '../../server/src/rules/index.ts';
import { CLEAN, DRAFT, hegao, inFolder, type Run, report } from './harness.ts';
import { plain, readTags } from './markup.ts';
import { SarifLog } from './sarif-schema.ts';

/** A name and a text in which every sign that a format could trip over stands. */
const NAME = `a, b'%: & "c".md`;
const WICKED = `讲话
同志们：
一、认清形势
一季度，全市工业投资增长5.2%，<script>alert("1")</script> & |*_\`，，完成投资XX亿元。
三、压实责任
一季度，全市工业投资增长6.2%，&lt;XX市&gt;要带头。
<!-- hegao-disable-next-line placeholder-number -- 待统计局 -->

全市农业投资增长xx.x%。
`;

const check = (cwd: string, format: string, ...rest: string[]): Promise<Run> =>
  hegao(['check', '--format', format, ...rest], { cwd });

describe('formats of hegao check', () => {
  it('never change the exit code', () =>
    inFolder({ [NAME]: WICKED, '净.txt': CLEAN }, async (cwd) => {
      for (const { name } of FORMATS) {
        assert.equal((await check(cwd, name, '净.txt')).code, 0, name);
        assert.equal((await check(cwd, name, '.')).code, 0, name);
        assert.equal((await check(cwd, name, '.', '--fail-on', 'warning')).code, 1, name);
        assert.equal((await check(cwd, name, '.', '无.txt')).code, 2, name);
      }
    }));

  it('compact and jsonl: one line a finding, the same ones as in json', () =>
    inFolder({ [NAME]: WICKED, '净.txt': CLEAN }, async (cwd) => {
      const [file] = report(await check(cwd, 'json', '.')).files;
      const lines = (await check(cwd, 'jsonl', '.')).stdout.trimEnd().split('\n');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line)),
        file!.findings.map((finding) => ({ path: NAME, ...finding })),
      );
      const compact = (await check(cwd, 'compact', '.')).stdout.trimEnd().split('\n');
      assert.equal(compact.length, lines.length);
      assert.ok(compact.includes(`${NAME}:4:52: 请核 标点“，，”重复，请保留一个。 [punctuation-repeat]`));
    }));

  it('sarif: the structure of the standard; fingerprints, related places, fixes, suppressions, help', () =>
    inFolder({ [NAME]: WICKED, '断.txt': Buffer.from([0, 1]) }, async (cwd) => {
      const log = JSON.parse((await check(cwd, 'sarif', '.')).stdout) as Log;
      assert.deepEqual([...Value.Errors(SarifLog, log)], []);
      const [run] = log.runs;
      const { results = [], invocations = [], artifacts = [] } = run!;
      const found = report(await check(cwd, 'json', '.')).files[0]!.findings;
      assert.equal(results.length, found.length + 1);
      const [silenced] = results.filter(({ suppressions }) => suppressions);
      assert.equal(silenced?.ruleId, 'placeholder-number');
      assert.equal(silenced?.suppressions?.[0]?.kind, 'inSource');
      for (const { ruleId, ruleIndex, locations, fixes = [] } of results) {
        assert.equal(run!.tool.driver.rules?.[ruleIndex!]?.id, ruleId);
        const { region, artifactLocation } = locations![0]!.physicalLocation!;
        assert.equal(decodeURIComponent(artifactLocation!.uri!), NAME);
        const { charOffset = 0, charLength = 0, snippet } = region!;
        assert.equal(WICKED.slice(charOffset, charOffset + charLength), snippet?.text);
        for (const { artifactChanges } of fixes) assert.ok(artifactChanges[0]!.replacements.length > 0);
      }
      assert.ok(results.some(({ relatedLocations = [] }) => relatedLocations.length > 0));
      assert.equal(run!.tool.driver.rules?.length, rules.length);
      assert.equal(artifacts.length, 2);
      assert.equal(invocations[0]?.executionSuccessful, false);
      assert.equal(invocations[0]?.toolExecutionNotifications?.length, 1);
    }));

  it('sarif and gitlab: fingerprints stay when lines are put above, and differ from each other', () =>
    inFolder({ 'a.md': DRAFT + DRAFT, 'b/a.md': `新的一行。\n\n${DRAFT}${DRAFT}` }, async (cwd) => {
      const prints = async (folder: string): Promise<unknown[]> => {
        const at = path.join(cwd, folder);
        const { runs } = JSON.parse((await check(at, 'sarif', 'a.md')).stdout) as Log;
        const issues = JSON.parse((await check(at, 'gitlab', 'a.md')).stdout) as { fingerprint: string }[];
        const own = runs[0]!.results!.filter(({ ruleId }) => ruleId === 'placeholder-number');
        const all = issues.map(({ fingerprint }) => fingerprint);
        assert.equal(new Set(all).size, all.length);
        return own.map(({ partialFingerprints }) => partialFingerprints);
      };
      const before = await prints('.');
      assert.equal(before.length, 2);
      assert.notDeepEqual(before[0], before[1]);
      assert.deepEqual(await prints('b'), before);
    }));

  it('junit: failures are what reaches --fail-on, errors what could not be checked', () =>
    inFolder({ [NAME]: WICKED, '净.txt': CLEAN, '断.txt': Buffer.from([0, 1]) }, async (cwd) => {
      const count = async (...rest: string[]): Promise<readonly number[]> => {
        const tags = readTags((await check(cwd, 'junit', '.', ...rest)).stdout);
        const suites = tags.filter(({ name }) => name === 'testsuite');
        assert.deepEqual(
          suites.map(({ attributes }) => attributes.name),
          [NAME, '净.txt', '断.txt'],
        );
        const of = (name: string): number => tags.filter((tag) => tag.name === name).length;
        const sum = (key: string): number =>
          suites.reduce((all, { attributes }) => all + Number(attributes[key]), 0);
        assert.deepEqual([sum('tests'), sum('failures')], [of('testcase'), of('failure')]);
        return [of('failure'), of('error')];
      };
      assert.deepEqual(await count(), [0, 1]);
      const [failures = 0] = await count('--fail-on', 'warning');
      assert.ok(failures >= 4);
      assert.deepEqual(await count('--fail-on', 'never'), [0, 1]);
    }));

  it('checkstyle: well-formed, with the message as it is', () =>
    inFolder({ [NAME]: WICKED }, async (cwd) => {
      const tags = readTags((await check(cwd, 'checkstyle', '.')).stdout);
      const found = report(await check(cwd, 'json', '.')).files[0]!.findings;
      assert.deepEqual(
        tags.filter(({ name }) => name === 'error').map(({ attributes }) => attributes.message),
        found.map(({ message }) => message),
      );
      assert.equal(tags.find(({ name }) => name === 'file')?.attributes.name, NAME);
    }));

  it('github: one command a line, its signs escaped', () =>
    inFolder({ [NAME]: DRAFT }, async (cwd) => {
      const { stdout } = await check(cwd, 'github', '.');
      assert.equal(
        stdout,
        `::warning file=a%2C b'%25%3A & "c".md,line=3,endLine=3,col=13,endColumn=17,` +
          'title=请核 placeholder-number（开头第1段）::“xx.x%25”的数字还没有填，请补上核实过的数。\n',
      );
    }));

  it('markdown: a table in which nothing of the draft is markup', () =>
    inFolder({ 'a|b.md': WICKED }, async (cwd) => {
      const { stdout } = await check(cwd, 'markdown', '.');
      const rows = stdout.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
      assert.equal(rows.length, report(await check(cwd, 'json', '.')).files[0]!.findings.length + 1);
      for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
      assert.match(stdout, /^## a\\\|b\.md（/m);
    }));

  it('opinions-csv: the table of opinions, numbered, one record a finding', () =>
    inFolder({ [NAME]: WICKED }, async (cwd) => {
      const { stdout } = await check(cwd, 'opinions-csv', '.');
      const { data } = Papa.parse<string[]>(stdout.trim().replace(/^\ufeff/, ''));
      assert.deepEqual(data[0], ['序号', '位置', '原文', '问题', '建议', '采纳情况']);
      assert.deepEqual(
        data.slice(1).map(([number]) => number),
        report(await check(cwd, 'json', '.')).files[0]!.findings.map((_, i) => String(i + 1)),
      );
      const row = data.find(([, , original]) => original === 'XX亿元');
      assert.deepEqual(row?.slice(1), [
        `${NAME} 第4行（一、第1段）`,
        'XX亿元',
        '“XX亿元”的数字还没有填。',
        '请补上核实过的数。',
        '',
      ]);
    }));

  it('html: outline, findings in place, checklist, opinions, ledger; nothing runs and nothing is fetched', () =>
    inFolder({ [NAME]: WICKED }, async (cwd) => {
      const { stdout } = await check(cwd, 'html', '.');
      const tags = readTags(stdout);
      for (const { name, attributes } of tags) {
        assert.ok(!['script', 'link', 'img', 'iframe', 'object', 'b'].includes(name), name);
        for (const [key, value] of Object.entries(attributes)) {
          assert.doesNotMatch(key, /^on/);
          if (key === 'href' || key === 'src') assert.match(value, /^#/);
        }
      }
      const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const { attributes } of tags) {
        if (attributes.href) assert.ok(ids.includes(attributes.href.slice(1)), attributes.href);
      }
      const found = report(await check(cwd, 'json', '.')).files[0]!.findings;
      assert.equal(ids.filter((id) => /-m\d+$/.test(id)).length, found.length);
      for (const part of ['层次', '全文', '待补清单', '核稿意见表', '数据台账'])
        assert.match(stdout, new RegExp(`<h3>${part}</h3>`));
      const [, text = ''] = /<div class="text">([\s\S]*?)<\/div>/.exec(stdout) ?? [];
      assert.equal(plain(text.replace(/<a [^>]*>\d+<\/a>/g, '').replace(/<[^>]*>|‸/g, '')), WICKED);
      assert.equal(stdout.match(/<tr class="conflict">/g)?.length, 2);
    }));

  it('html and xml: well-formed whatever the draft holds', async () => {
    const piece = fc.constantFrom(
      'XX市',
      '，，',
      '<',
      '>',
      '&',
      '"',
      "'",
      '\n',
      '一、',
      '三、',
      '\0',
      '\ud800',
      ' ',
    );
    const reports = await Promise.all(['html', 'junit', 'checkstyle'].map((name) => make(name)));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const draft = readDraft(text);
        const span = { start: Math.min(1, text.length), end: text.length };
        const finding = {
          ruleId: 'typo',
          messageId: 'x',
          severity: 'info' as const,
          message: text,
          span,
          related: [],
          fixes: [],
        };
        for (const one of reports) {
          const end = { files: 1, failed: 0, counts: { error: 0, warning: 0, info: 1, hint: 0 } };
          const result = { path: text, draft, findings: [finding], failures: [{ message: text }] };
          readTags(one.begin() + one.file(result) + one.end(end));
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

const make = (name: string) =>
  FORMATS.find((format) => format.name === name)!.create({
    io: {} as never,
    color: false,
    failOn: 'error',
  });

describe('where the formats go', () => {
  it('several at once, one of them to standard output', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const alone = await check(cwd, 'compact', '稿.txt');
      const run = await hegao(
        [
          'check',
          '稿.txt',
          '--format',
          'compact',
          '--format',
          'sarif=out/a.sarif',
          '--format',
          'html=b.html',
        ],
        { cwd },
      );
      assert.deepEqual(run, alone);
      assert.equal(JSON.parse(fs.readFileSync(path.join(cwd, 'out/a.sarif'), 'utf8')).version, '2.1.0');
      assert.match(fs.readFileSync(path.join(cwd, 'b.html'), 'utf8'), /<\/html>\n$/);
      const file = await check(cwd, 'json', '稿.txt', '--output-file', 'c.json');
      assert.equal(file.stdout, '');
      const { durationMs: _, ...summary } = JSON.parse(
        fs.readFileSync(path.join(cwd, 'c.json'), 'utf8'),
      ).summary;
      assert.equal(summary.warnings, 1);
    }));

  it('says what cannot be', () =>
    inFolder({ '稿.txt': DRAFT, '夹/': '' }, async (cwd) => {
      const wrong: readonly (readonly [readonly string[], RegExp])[] = [
        [['--format', 'json', '--format', 'text'], /^标准输出只能给一种格式/],
        [['--format', 'json='], /^“格式=”后面要写明文件名/],
        [['--format', 'json=a', '--output-file', 'b'], /^--output-file 没有用处/],
        [['--format', 'json=a', '--format', 'html=a'], /^有两种格式写进同一个文件/],
        [['--format', 'json=夹'], /夹：报告未能写入（这是文件夹）。$/m],
        [['--format', 'html=稿.txt'], /稿\.txt：这是受检的稿子，不能用来存放报告。$/m],
      ];
      for (const [args, sentence] of wrong) {
        const run = await hegao(['check', '稿.txt', ...args], { cwd });
        assert.equal(run.code, 2, args.join(' '));
        assert.match(run.stderr, sentence);
      }
      assert.equal(fs.readFileSync(path.join(cwd, '稿.txt'), 'utf8'), DRAFT);
    }));

  it('leaves the words of a classified draft out of every export', () =>
    inFolder({ '稿.txt': `机密★1年\n${DRAFT}` }, async (cwd) => {
      for (const { name } of FORMATS) {
        const file = path.join(cwd, 'out');
        const { code } = await check(cwd, `${name}=out`, '稿.txt', '--fail-on', 'warning');
        assert.equal(code, 1, name);
        assert.doesNotMatch(
          fs.readFileSync(file, 'utf8').replace(/"rules":\[[\s\S]*?\],"/, ''),
          /xx\.x%/,
          name,
        );
      }
      assert.doesNotMatch((await check(cwd, 'html', '稿.txt')).stdout, /xx\.x%/);
      assert.match((await check(cwd, 'text', '稿.txt')).stdout, /xx\.x%/);
    }));
});
