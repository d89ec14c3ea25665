import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Draft } from '../../server/src/draft/types.ts';
import { leftOut } from '../../server/src/typeset/left-out.ts';
import { type PlannedParagraph, planDocument } from '../../server/src/typeset/plan.ts';
import { WORD_SPEECH } from '../support/word-speech.ts';

const KEEP = { dropResidue: false };
const corpus = process.env.HEGAO_CORPUS;

function plan(text: string, kind: 'text' | 'markdown' = 'text'): readonly PlannedParagraph[] {
  return planDocument(readDraft(text, kind), KEEP);
}

/** `body: heading2（一）善谋划。|规划…`: the paragraph's style, its runs with the styles that differ. */
function shown({ style, runs, newPage }: PlannedParagraph): string {
  const pieces = runs.map((run) => `${run.residue ? '残留' : (run.style ?? '')}${run.text}`);
  return `${newPage ? '新页 ' : ''}${style}: ${pieces.join('|')}`;
}

/** The laws that hold for every draft of plain text. */
function assertNothingLost(draft: Draft): void {
  const planned = planDocument(draft, KEEP);
  const own = planned.map(({ runs }) => runs.flatMap((run) => (run.residue ? [] : [run.text])).join(''));
  const paragraphs = draft.speeches.flatMap((speech) => speech.paragraphs.map(({ text }) => text));
  assert.deepEqual(
    own.filter((text) => text !== ''),
    paragraphs,
  );
  const dropped = planDocument(draft, { dropResidue: true }).map(({ runs }) => runs.map((run) => run.text));
  assert.deepEqual(
    dropped.map((texts) => texts.join('')),
    paragraphs,
  );
  const everything = planned.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
  assert.equal(characters(everything), characters(draft.text));
}

/** The characters of a text but for spaces, sorted: residue that breaks a paragraph stands below it. */
function characters(text: string): string {
  return [...text.replace(/\s/g, '')].sort().join('');
}

describe('the plan of a Word file', () => {
  it('tells the parts of a speech apart', () => {
    assert.deepEqual(
      plan(WORD_SPEECH)
        .map(shown)
        .slice(0, 17)
        .map((line) => line.slice(0, 26)),
      [
        'title: 在全县民宿发展推进会上的讲话',
        'subtitle: ——稳扎稳打　久久为功',
        'byline: （送审稿）',
        'byline: 县委书记　林青禾',
        'byline: （2026年3月12日）',
        'salutation: 各位代表、同志们：',
        'body: 今天召开这次会议，主要任务是总结去年民宿',
        'heading1: 一、看清形势，增强办好民宿的信心',
        'body: 去年，全县民宿达到128家，床位2360',
        'body: heading2（一）善谋划。|规划是先',
        'heading2: （二）善经营',
        'body: 民宿要靠服务留人。要把培训办到村里，把标',
        'body: heading31.抓培训。|全年培训经',
        'body: heading4（1）评价办法。|由县文',
        'body: 2.健全机制，落实责任。',
        'heading1: 二、突出重点，把该办的事办好',
        'body: 各乡镇各部门要把民宿发展放在乡村振兴的大',
      ],
    );
  });

  it('sets an address inside the speech as text, and name and date below it as its signature', () => {
    const planned = plan(`${WORD_SPEECH}县委书记　林青禾\n2026年3月12日\n`).map(shown);
    assert.deepEqual(planned.slice(-4, -3), ['body: 同志们！']);
    assert.deepEqual(planned.slice(-2), ['signature: 县委书记　林青禾', 'signature: 2026年3月12日']);
  });

  it('takes a long sentence behind a number, and a glossary, for text', () => {
    const long = `1.${'各单位要按照分工抓好落实，'.repeat(8)}不得推诿。`;
    const text = `在会上的讲话\n同志们：\n一、名词解释\n${long}\n2.一中心：县级医共体中心。\n3.两网：供水网、排水网。管网长12公里。\n`;
    assert.deepEqual(
      plan(text)
        .slice(3)
        .map(({ style, runs }) => [style, runs.length]),
      [
        ['body', 1],
        ['body', 1],
        ['body', 1],
      ],
    );
  });

  it('joins broken lines and opens a page for each speech of a collection', () => {
    const first =
      '在甲会上的讲话\n同志们：\n今年以来，各乡镇把修路、通水、\n办学三件事放在一起抓，群众是满意的。\n';
    const planned = plan(`${first}\n在乙会上的讲话\n同志们：\n今天的会议只有一个议题，就是防汛。\n`).map(
      shown,
    );
    assert.equal(planned[2], 'body: 今年以来，各乡镇把修路、通水、办学三件事放在一起抓，群众是满意的。');
    assert.deepEqual(
      planned.filter((line) => line.startsWith('新页')),
      ['新页 title: 在乙会上的讲话'],
    );
  });

  it('marks residue in its place, and below the paragraph that it breaks', () => {
    const text =
      '在甲会上的讲话\n同志们：\n今年以来，各乡镇把修路、通水、\n— 3 —\n办学三件事放在一起抓，群众是满意的。\n散会以后<br>请大家抓紧落实。\n';
    assert.deepEqual(plan(text).map(shown).slice(2), [
      'body: 今年以来，各乡镇把修路、通水、办学三件事放在一起抓，群众是满意的。',
      'body: 残留— 3 —',
      'body: 散会以后|残留<br>|请大家抓紧落实。',
    ]);
    assert.doesNotMatch(
      planDocument(readDraft(text), { dropResidue: true }).map(shown).join(''),
      /残留|— 3 —|<br>/,
    );
  });

  it('leaves out the signs of Markdown, and knows what else it leaves out', () => {
    const text =
      '# 在甲会上的讲话\n\n同志们：\n\n## 基本情况\n\n**（一）善谋划**。规划是*先手棋*，见[办法](https://a.example/1)。\n\n`代码`是这样写的。\n';
    assert.deepEqual(plan(text, 'markdown').map(shown), [
      'title: 在甲会上的讲话',
      'salutation: 同志们：',
      'heading1: 基本情况',
      'body: heading2（一）善谋划。|规划是先手棋，见办法。',
      'body: 是这样写的。',
    ]);
    const draft = readDraft(text, 'markdown');
    assert.deepEqual(
      leftOut(draft).map(({ start, end }) => text.slice(start, end)),
      ['](https://a.example/1)', '`代码`'],
    );
    assert.deepEqual(leftOut(readDraft(WORD_SPEECH, 'markdown')), []);
  });

  it('loses no character of any text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '在甲会上的讲话',
        '同志们：',
        '一、抓落实',
        '（一）善谋划。规划是先手棋。',
        '— 3 —',
        '第一篇：在乙会上的讲话',
        '散会以后<br>请大家抓紧落实，',
        '2026年3月12日',
        '　　1.抓培训。全年培训600人次，',
        '最新资料推荐',
      ),
      fc.string({ unit: fc.constantFrom(...'一二（）、。，：1.— \t　县镇办好“”#*<br>&;x'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 16 }), (lines) =>
        assertNothingLost(readDraft(lines.join('\n'))),
      ),
      { seed: 9704, numRuns: 1500 },
    );
  });

  it('loses no character of real drafts', function () {
    if (!corpus) this.skip();
    for (const folder of ['drafts', 'corpus/published']) {
      for (const name of fs.readdirSync(path.join(corpus, folder))) {
        const text = fs.readFileSync(path.join(corpus, folder, name), 'utf8').replace(/^\ufeff/, '');
        assertNothingLost(readDraft(text));
      }
    }
  });
});
