import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from '../../scripts/vscode-chromium.mjs';
import { openInBrowser } from '../support/browser.ts';
import { outside, saying } from '../support/outside.ts';
import { hegao, inFolder } from './harness.ts';
import { readTags } from './markup.ts';

/** Every sign that could end a tag, an attribute, a style or a comment, and things that would run or fetch. */
const WICKED = `在全县<script>alert(1)</script>会上的讲话
同志们：
一、认清"形势"</h3><img src=x onerror=alert(2)>
一季度，全市工业投资增长5.2%，</div></section><iframe src="http://127.0.0.1:9/a"></iframe>，，完成投资XX亿元。
三、压实'责任'--></style><link rel=stylesheet href=http://127.0.0.1:9/b>
一季度，全市工业投资增长6.2%，XX市要带头，凝心聚力、攻坚克难，再凝心聚力。<span x="y" onclick=a>
`;
const NAME = process.platform === 'win32' ? `&#60;b&#62;'.txt` : `"'><script>alert(0)<b>&#60;.txt`;

const pageOf = async (cwd: string, ...rest: string[]): Promise<string> => {
  const { stdout } = await hegao(['check', '--format', 'html', ...rest], { cwd });
  return stdout;
};

describe('the printable page', () => {
  it('lists its files where there are several, with what was found in each', () =>
    inFolder(
      {
        '甲.txt': '讲话\n同志们：\n形势平稳。\n',
        '乙.txt': '讲话\n同志们：\n新建XX个。\n',
        '断.txt': Buffer.from([0, 1]),
      },
      async (cwd) => {
        assert.match(await pageOf(cwd, '甲.txt'), /<p>检查1个文件，没有发现问题。<\/p>\n<article id="f1">/);
        const page = await pageOf(cwd, '甲.txt', '乙.txt', '断.txt');
        const [, rows = ''] = /<table class="files">[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(page) ?? [];
        assert.deepEqual(rows.trim().split('\n'), [
          '<tr><td><a href="#f1">甲.txt</a></td><td></td><td></td><td></td><td></td></tr>',
          '<tr><td><a href="#f2">乙.txt</a></td><td></td><td>1</td><td></td><td></td></tr>',
          '<tr><td><a href="#f3">断.txt</a><span class="failure">（未能完成检查）</span></td><td></td><td></td><td></td><td></td></tr>',
        ]);
      },
    ));

  it('draws the profile of phrases: bars as long as their rates, strokes for published reports', () =>
    inFolder({ '稿.txt': WICKED }, async (cwd) => {
      const page = await pageOf(cwd, '稿.txt');
      const { stdout } = await hegao(['phrases', '--no-keywords', '--format', 'json', '稿.txt'], { cwd });
      const { groups } = JSON.parse(stdout).speeches[0] as { groups: { per10000: number }[] };
      const [chart = ''] = /<table class="chart">[\s\S]*?<\/table>/.exec(page) ?? [];
      const bars = readTags(chart).filter(({ name, attributes }) => name === 'rect' && attributes.y === '2');
      const widths = bars.map(({ attributes }) => Number(attributes.width));
      assert.equal(bars.length, groups.length);
      const scale = Math.max(...widths) / Math.max(...groups.map(({ per10000 }) => per10000));
      for (const [i, { per10000 }] of groups.entries())
        assert.ok(Math.abs(widths[i]! - per10000 * scale) <= 1);
      const strokes = readTags(chart).filter(({ attributes }) => attributes.class === 'usual');
      const ends = [...widths, ...strokes.map(({ attributes }) => Number(attributes.x))];
      assert.ok(strokes.length > 0);
      assert.equal(Math.max(...ends), 238);
      assert.match(page, /<p>用得最多：“凝心聚力”2次/);
    }));

  it('names for a figure at fault the opinion that says why', () =>
    inFolder({ '稿.txt': WICKED }, async (cwd) => {
      const page = await pageOf(cwd, '稿.txt');
      const [row, other] = page.match(/<tr class="conflict">.*<\/tr>/g)!;
      const [, number] = /前后不一（<a href="#f1-r(\d+)">意见\1<\/a>）/.exec(row!)!;
      assert.match(other!, new RegExp(`#f1-r${number}`));
      assert.match(page, new RegExp(`<td><a id="f1-r${number}".*同一数据前后不一`));
    }));

  it('opens in a browser without a word on the console, a request or a script, whatever a draft holds', async function () {
    this.timeout(180_000);
    const chromium = await outside(this, () => ensureChromium(saying));
    await inFolder({ [NAME]: WICKED, '净.txt': '讲话\n同志们：\n形势平稳。\n' }, async (cwd) => {
      const file = path.join(cwd, '核稿.html');
      fs.writeFileSync(file, await pageOf(cwd, '.'));
      const address = pathToFileURL(file).href;
      const look = `({
        heads: [...document.querySelectorAll('article h2')].map((head) => head.textContent),
        text: document.querySelector('.text').textContent,
        strange: document.querySelectorAll('script, img, iframe, link, object, [onclick], [onerror]').length,
        styled: getComputedStyle(document.querySelector('table')).borderCollapse,
        bar: document.querySelector('svg rect').getBoundingClientRect().width > 0,
        wide: document.documentElement.scrollWidth > innerWidth,
      })`;
      const { said, asked, seen, printed } = await openInBrowser(chromium, address, look);
      assert.deepEqual([said, asked], [[], [address]]);
      const { text, ...rest } = seen as { readonly text: string };
      assert.match(text, /<script>alert\(1\)<\/script>/);
      assert.deepEqual(rest, {
        heads: [NAME, '净.txt'],
        strange: 0,
        styled: 'collapse',
        bar: true,
        wide: false,
      });
      assert.equal(Buffer.from(printed.subarray(0, 5)).toString(), '%PDF-');
      const foreign = fs.readFileSync(file, 'utf8').replace('</body>', '<script>alert(4)</script></body>');
      fs.writeFileSync(file, foreign);
      assert.match((await openInBrowser(chromium, address, '1')).said.join('\n'), /Content Security Policy/);
    });
  });
});
