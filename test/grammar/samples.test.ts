import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { PRESETS, type Preset, presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';

const FOLDER = new URL('../../samples/', import.meta.url);
const PROJECTS = '重点项目建设推进会议讲话.txt';
const VILLAGES = '乡村产业发展座谈会讲话.md';
const FESTIVAL = '柑橘文化节开幕式致辞.txt';
const FINAL = '定稿示例.txt';

const loaded = loadWords();
assert.ok('words' in loaded, 'the compiled dictionary is missing: npm run build');
const { words } = loaded;
const checker = createChecker(rules, { words: () => words });

function textOf(name: string): string {
  const encoding = name === FESTIVAL ? 'gb18030' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(
    readFileSync(new URL(encodeURIComponent(name), FOLDER)),
  );
}

/** `rule: text` of every finding. */
function findingsOf(name: string, preset: Preset): string[] {
  const text = textOf(name);
  const kind: DraftKind = name.endsWith('.md') ? 'markdown' : 'text';
  const { findings, failures } = checker.check(checker.read(text, kind), presetSettings(rules, preset));
  assert.deepEqual(failures, []);
  return findings.map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`);
}

/** What each draft shows, one place a defect; a draft may hold more. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  [PROJECTS]: [
    'placeholder-date: 20xx年x月xx日',
    'placeholder-ordinal: xx届x次全会',
    'placeholder-name: XX县',
    'placeholder-name: *县',
    'placeholder-number: xx.x%',
    'placeholder-number: ××万户',
    'placeholder-word: 形式XX',
    'placeholder-blank: ____',
    'placeholder-blank: 【待补充：市统计局提供】',
    'placeholder-blank: （统计局核）',
    'leftover-draft-mark: （征求意见稿）',
    'leftover-page-number: -1-',
    'leftover-page-number: -2-',
    'leftover-page-number: — 3 —',
    'leftover-web-text: 当前位置：首页 > 公文写作 > 领导讲话',
    'leftover-web-text: 本文由范文资料网整理，下载后可编辑',
    'numbering-gap: 三、',
    'numbering-duplicate: （二）',
    'phrase-repeat: 进一步加大工作力度',
  ],
  [VILLAGES]: [
    'placeholder-name: ○○同志',
    'placeholder-name: □□公司',
    'placeholder-number: ＸＸ亿元',
    'placeholder-blank: 　　%',
    'promised-count: 谈五点想法',
    'numbering-duplicate: （二）',
    'phrase-repeat: 完善利益联结机制',
    'leftover-web-text: 精品文档',
    'leftover-web-text: 返回首页 | 打印本页',
  ],
  [FESTIVAL]: [
    'placeholder-ordinal: 第X届',
    'placeholder-name: XXX',
    'placeholder-number: XXX万人次',
    'leftover-page-number: -1-',
    'leftover-web-text: 下载后可任意编辑',
  ],
};

describe('samples', () => {
  it('are the drafts that the README describes', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    assert.deepEqual(files.sort(), [...Object.keys(SHOWN), FINAL].sort());
    const readme = textOf('README.md');
    for (const name of files) assert.ok(readme.includes(`## ${name}\n`), `README.md 没有介绍“${name}”`);
  });

  for (const [name, shown] of Object.entries(SHOWN)) {
    it(`${name} shows its defects`, () => {
      const found = findingsOf(name, 'hegao:draft');
      assert.deepEqual(
        shown.filter((place) => !found.includes(place)),
        [],
      );
    });
  }

  it('the festival speech is not UTF-8', () => {
    const bytes = readFileSync(new URL(encodeURIComponent(FESTIVAL), FOLDER));
    assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  });

  for (const preset of PRESETS) {
    it(`the final speech and the README have no finding (${preset})`, () => {
      assert.deepEqual(findingsOf(FINAL, preset), []);
      assert.deepEqual(findingsOf('README.md', preset), []);
    });
  }
});
