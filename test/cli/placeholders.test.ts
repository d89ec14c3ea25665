import assert from 'node:assert/strict';
import { CLEAN, DRAFT, hegao, inFolder, type JsonFile, report } from './harness.ts';

const LEFT = '在调度会上的讲话（送审稿）\n同志们：\n一、开局良好\n到x月xx日，完成投资XX亿元；其余照办。\n';

const MEETING =
  '在座谈会上的讲话\n同志们：\n在XX市委领导下，我们学习第x次全会精神。\nXX市要带头。\n第九次全会意义重大。\n';

interface Entity {
  readonly kind: string;
  readonly label: string;
  readonly speech: number;
  readonly several: boolean;
  readonly places: readonly {
    readonly text: string;
    readonly fill?: string;
    readonly from?: { readonly path: string };
  }[];
  readonly value?: {
    readonly text: string;
    readonly offset: { readonly start: number; readonly end: number };
  };
}

describe('hegao placeholders', () => {
  it('lists by file and by thing, and exits 1 while anything is left', () =>
    inFolder({ '一.txt': LEFT, '二.txt': DRAFT, '净.txt': CLEAN }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['placeholders', '一.txt', '净.txt', '二.txt'], { cwd });
      assert.equal(code, 1);
      assert.equal(stderr, '');
      assert.deepEqual(stdout.split('\n'), [
        '一.txt（3处，3项）',
        '  稿次标记 （送审稿）',
        '    1:9 在调度会上的讲话（送审稿）（标题）',
        '  日期 x月xx日',
        '    4:2 到x月xx日，完成投资XX亿元（一、第1段）',
        '  数字 XX亿元（投资）',
        '    4:12 到x月xx日，完成投资XX亿元（一、第1段）',
        '',
        '二.txt（1处，1项）',
        '  数字 xx.x%（全市工业投资增速）',
        '    3:13 上半年，全市工业投资增长xx.x%，形势总体平稳（开头第1段）',
        '',
        '共4处待补（3个文件）。',
        '',
      ]);
    }));

  it('puts the places of one thing together, with what the speech gives for it', () =>
    inFolder({ '稿.txt': MEETING }, async (cwd) => {
      const { stdout } = await hegao(['placeholders', '稿.txt'], { cwd });
      assert.match(stdout, /^ {2}名称 XX市 {2}2处\n {4}3:2 .*\n {4}4:1 /m);
      assert.match(stdout, /^ {2}届次 第x次全会 {2}可填：第九次$/m);
    }));

  it('prints a checklist for Markdown', () =>
    inFolder({ '稿.txt': MEETING.replace('XX市委', '**市委') }, async (cwd) => {
      const { code, stdout } = await hegao(['placeholders', '--format', 'markdown', '稿.txt'], { cwd });
      assert.equal(code, 1);
      assert.match(stdout, /^## 稿\.txt（3处，2项）$/m);
      assert.match(stdout, /^- \[ \] 名称 \\\*\\\*市（2处）\n {2}- 3:2 /m);
      assert.match(stdout, /^- \[ \] 届次 第x次全会（可填：第九次）$/m);
    }));

  it('prints a table that WPS and Excel open right', () =>
    inFolder({ '稿,一.txt': `${MEETING}外贸增速为-X.X%，形势“严峻"。\n`, '净.txt': CLEAN }, async (cwd) => {
      const { code, stdout } = await hegao(['placeholders', '--format', 'csv'], { cwd });
      assert.equal(code, 1);
      assert.deepEqual(stdout.split('\r\n'), [
        '\ufeff文件,篇,种类,待补内容,处数,位置,上下文,可填',
        '"稿,一.txt",在座谈会上的讲话,名称,XX市,2,第3行第2列；第4行第1列,在XX市委领导下，我们学习第x次全会精神,',
        '"稿,一.txt",在座谈会上的讲话,届次,第x次全会,1,第3行第14列,在XX市委领导下，我们学习第x次全会精神,第九次',
        '"稿,一.txt",在座谈会上的讲话,数字,\'-X.X%（外贸增速）,1,第6行第6列,"外贸增速为-X.X%，形势“严峻""",',
        '',
      ]);
    }));

  it('says of a classified draft in a table that it is left out, and nothing of what it says', () =>
    inFolder({ '密.txt': `机密★1年\n${MEETING}`, '稿.txt': DRAFT }, async (cwd) => {
      const { code, stdout } = await hegao(['placeholders', '--format', 'csv'], { cwd });
      assert.equal(code, 1);
      const rows = stdout.split('\r\n').filter((row) => row.startsWith('密.txt'));
      assert.deepEqual(rows, ['密.txt,,,稿子标有密级，不写入导出的报告；请在本机终端查看。,0,,,']);
      assert.doesNotMatch(stdout, /座谈会上的讲话,名称|XX市|全会/);
      assert.match(stdout, /稿\.txt,.*xx\.x%/);
    }));

  it('adds the things to the object of check', () =>
    inFolder({ '稿.txt': MEETING }, async (cwd) => {
      const run = await hegao(['placeholders', '--format', 'json', '稿.txt'], { cwd });
      const [file] = report(run).files as readonly (JsonFile & { readonly entities: readonly Entity[] })[];
      assert.equal(file!.findings.length, 3);
      assert.deepEqual(
        file!.entities.map(({ kind, label, speech, several, places }) => [
          kind,
          label,
          speech,
          several,
          places.length,
        ]),
        [
          ['name', 'XX市', 0, false, 2],
          ['ordinal', '第x次全会', 0, false, 1],
        ],
      );
      const [, ordinal] = file!.entities;
      assert.equal(ordinal!.value!.text, '第九次全会');
      assert.equal(MEETING.slice(ordinal!.value!.offset.start, ordinal!.value!.offset.end), '第九次全会');
      assert.equal(ordinal!.places[0]!.fill, '第九次');
    }));

  it('takes values from a draft of the same text that has them', () =>
    inFolder({ '稿.txt': DRAFT, '定稿.txt': CLEAN }, async (cwd) => {
      const text = await hegao(['placeholders', '稿.txt', '--values-from', '定稿.txt'], { cwd });
      assert.match(text.stdout, /^ {2}数字 xx\.x%（全市工业投资增速） {2}可填：7\.2%（据 定稿\.txt）$/m);
      const json = await hegao(['placeholders', '稿.txt', '--format', 'json', '--values-from', '定稿.txt'], {
        cwd,
      });
      const [file] = report(json).files as readonly (JsonFile & { readonly entities: readonly Entity[] })[];
      const [place] = file!.entities[0]!.places;
      assert.equal(place!.fill, '7.2%');
      assert.equal(place!.from!.path, '定稿.txt');
      const missing = await hegao(['placeholders', '稿.txt', '--values-from', '无.txt'], { cwd });
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /^无\.txt：/);
    }));

  it('goes by the stage that is named, and exits 1 at either', () =>
    inFolder({ '稿.txt': LEFT, '净.txt': CLEAN }, async (cwd) => {
      for (const [stage, errors] of [
        ['draft', 0],
        ['final', 3],
      ] as const) {
        const run = await hegao(['placeholders', '--stage', stage, '--format', 'json', '稿.txt'], { cwd });
        assert.equal(run.code, 1);
        assert.equal(report(run).summary.errors, errors);
        assert.equal((await hegao(['placeholders', '--stage', stage, '净.txt'], { cwd })).code, 0);
      }
      const both = await hegao(['placeholders', '--stage', 'final', '--preset', 'hegao:draft'], { cwd });
      assert.equal(both.code, 2);
      assert.match(both.stderr, /^选项“--stage”和“--preset”不能同时用。/);
    }));

  it('does not list what a masked text is meant to keep', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) =>
      assert.equal((await hegao(['placeholders', '--preset', 'hegao:masked', '稿.txt'], { cwd })).code, 0),
    ));

  it('exits 0 when nothing is left', () =>
    inFolder({ '净.txt': CLEAN }, async (cwd) => {
      const run = await hegao(['placeholders'], { cwd });
      assert.deepEqual(run, { code: 0, stdout: '检查1个文件，没有待补之处。\n', stderr: '' });
    }));

  it('exits 1 at any level', () =>
    inFolder({ '稿.txt': DRAFT, '.hegao.json': '{"rules": {"placeholder-number": "hint"}}' }, async (cwd) =>
      assert.equal((await hegao(['placeholders'], { cwd })).code, 1),
    ));

  it('exits 2 when a file cannot be read, in both formats', () =>
    inFolder({}, async (cwd) => {
      for (const format of ['text', 'json']) {
        const run = await hegao(['placeholders', '--format', format, '无.txt'], { cwd });
        assert.equal(run.code, 2);
        assert.equal(run.stderr, '无.txt：没有这个文件或文件夹。\n');
      }
    }));

  it('prints the object of check, of these rules alone', () =>
    inFolder({ '稿.txt': `${LEFT}三、收尾\n` }, async (cwd) => {
      const run = await hegao(['placeholders', '--format', 'json', '稿.txt'], { cwd });
      const { files, summary } = report(run);
      assert.deepEqual(
        files[0]?.findings.map((f) => f.ruleId),
        ['leftover-draft-mark', 'placeholder-date', 'placeholder-number'],
      );
      assert.equal(summary.warnings, 2);
      assert.equal(summary.infos, 1);
      assert.equal(run.code, 1);
    }));
});
