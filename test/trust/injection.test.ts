import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ledgerCsv } from '../../client/src/ledger/csv.ts';
import { csvRecord } from '../../server/src/files/csv.ts';
import { hegao, inFolder } from '../cli/harness.ts';

/** What a spreadsheet would run, or a page, or a pipeline. */
const FORMULAS = [
  '=1+1',
  '+1+cmd',
  '-cmd',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－cmd',
  '＠x',
  ' =1',
  '\t=1',
  '\r=1',
  '\n=1',
  '=cmd|/C calc!A0',
];
const MARKUP = '<img src=x onerror=alert(1)></script><script>alert(1)</script>';
const DRAFT = `在${MARKUP}会上的讲话\n同志们：\n增长xx.x%，${MARKUP}增长xx%。\n`;

describe('what is handed on', function () {
  this.timeout(60_000);

  it('holds no formula in any cell of a table', () => {
    for (const formula of FORMULAS) {
      const cell = csvRecord([formula]).replace(/^"|"?\r\n$/g, '');
      assert.equal(cell[0], "'", JSON.stringify(formula));
      const row = { text: formula } as Parameters<typeof ledgerCsv>[0][number];
      const last = ledgerCsv([{ ...row, indicator: formula } as typeof row]);
      assert.ok(last.includes(`'${formula}`), JSON.stringify(formula));
    }
    for (const number of ['-7.9', '-3', '7.2', '指标']) assert.equal(csvRecord([number]), `${number}\r\n`);
  });

  it('shows markup of a draft as text in every page, under a policy without scripts', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      for (const [argv, name] of [
        [['check', '--format', 'html=页.html', '稿.txt'], '页.html'],
        [['print', '--output-file', '念.html', '稿.txt'], '念.html'],
      ] as const) {
        const run = await hegao(argv, { cwd });
        assert.notEqual(run.code, 2, run.stderr);
        const page = fs.readFileSync(path.join(cwd, name), 'utf8');
        assert.doesNotMatch(page, /<(?:script|img)\b/i, name);
        assert.match(page, /会上的讲话/, `${name} does not hold the text`);
        const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
        assert.match(policy, /default-src (?:'|&#39;|&apos;)none/, name);
        assert.doesNotMatch(policy, /script-src|https?:|\*/, name);
      }
    }));

  it('begins no command of a pipeline and closes no element of a report', () =>
    inFolder({ '稿.txt': DRAFT, '甲::error::乙,x"&<>.txt': DRAFT }, async (cwd) => {
      const github = await hegao(['check', '--format', 'github', '.'], { cwd });
      for (const line of github.stdout.trimEnd().split('\n'))
        assert.match(line, /^::(?:error|warning|notice) file=[^,:]*,[^:]*::(?!.*\n)/, line);
      for (const format of ['junit', 'checkstyle']) {
        const { stdout } = await hegao(['check', '--format', format, '.'], { cwd });
        assert.doesNotMatch(stdout, /<(?:script|img)\b/i);
        assert.match(stdout, /&lt;&gt;|&lt;&#62;|&#60;&#62;/);
      }
      const sarif = JSON.parse((await hegao(['check', '--format', 'sarif', '.'], { cwd })).stdout) as object;
      const uris = [...JSON.stringify(sarif).matchAll(/"uri":"([^"]*)"/g)].map(([, uri]) => uri!);
      for (const uri of uris) assert.match(uri, /^[\w.~%!'()*\-/:#]+$/);
    }));
});
