import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Mark } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { openItems } from '../../server/src/engine/open-items.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { wordPlace, xmlOffset } from '../../server/src/word/locate.ts';
import { readWord } from '../../server/src/word/read.ts';
import type { WordDocument } from '../../server/src/word/types.ts';
import {
  item,
  level,
  numbering,
  paragraph as p,
  run as r,
  table,
  type WordParts,
  wordFile,
} from '../support/word-file.ts';

const U = '<w:u w:val="single"/>';
const YELLOW = '<w:highlight w:val="yellow"/>';
const BY = 'w:author="李科长" w:date="2026-01-05T08:00:00Z"';

function read(body: string, parts: WordParts = {}): WordDocument {
  const document = readWord(wordFile(body, parts));
  if ('failure' in document) throw new Error(document.failure);
  return document;
}

function marks(body: string, parts: WordParts = {}): readonly (readonly [Mark['kind'], string])[] {
  return read(body, parts).marks.map(({ kind, text }) => [kind, text]);
}

function findings(body: string, parts: WordParts = {}) {
  const { text, ...extras } = read(body, parts);
  const checker = createChecker(rules, { words: () => undefined });
  const draft = readDraft(text, 'text', extras);
  const { findings, failures } = checker.check(draft, presetSettings(rules));
  assert.deepEqual(failures, []);
  return { draft, findings, facts: checker.facts };
}

const commented = (text: string, ids: readonly number[]): string =>
  ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') +
  text +
  ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('');

const COMMENTS = {
  comments: `<w:comment w:id="1" w:author="王处">${p('此数待核')}${p('再问统计局')}</w:comment><w:comment w:id="2" w:author="李科">${p('已问')}</w:comment>`,
};

describe('marks of Word files', () => {
  it('underlined spaces and tabs are blanks, filled-in ones and rules are not', () => {
    assert.deepEqual(marks(p(r('投资') + r('   ', U) + r('亿元'))), [['blank', '   ']]);
    assert.deepEqual(marks(p(`${r('签字：')}<w:r><w:rPr>${U}</w:rPr><w:tab/></w:r>`)), [['blank', '\t']]);
    assert.deepEqual(marks(p(r('投资') + r(' ', U) + r('  ', U) + r('亿元'))), [['blank', '   ']]);
    assert.deepEqual(marks(p(r('姓名：') + r('  ', U) + r('张三', U) + r('  ', U))), []);
    assert.deepEqual(marks(p(r('　　　　', U))), []);
    assert.deepEqual(marks(p(r('投资') + r(' ', U) + r('亿元'))), []);
    assert.deepEqual(marks(p(r('投资') + r('   ', '<w:u w:val="none"/>') + r('亿元'))), []);
  });

  it('highlighted runs side by side are one mark, without the spaces around them', () => {
    const body = p(r('增长') + r(' 9.', YELLOW) + r('8% ', YELLOW) + r('。'));
    assert.deepEqual(marks(body), [['highlight', '9.8%']]);
    assert.deepEqual(marks(p(r('增长') + r('9.8%', '<w:highlight w:val="none"/>'))), []);
  });

  it('the prompt of a content control is a mark, an answer is none', () => {
    const control = (more: string, text: string): string =>
      p(`<w:sdt><w:sdtPr>${more}</w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>${r('同志')}`);
    assert.deepEqual(marks(control('<w:showingPlcHdr/>', '单击此处输入')), [['prompt', '单击此处输入']]);
    assert.deepEqual(marks(control('', '王芳')), []);
  });

  it('comments stand at their text with author and words, several at one place together', () => {
    const [mark, ...rest] = read(p(r('产量') + commented(r('12万吨'), [1, 2])), COMMENTS).marks;
    assert.deepEqual(rest, []);
    const { kind, text, author, note, count } = mark!;
    assert.deepEqual(
      { kind, text, author, note, count },
      { kind: 'comment', text: '12万吨', author: '王处', note: '此数待核 再问统计局', count: 2 },
    );
  });

  it('a comment over paragraphs, and one without a range', () => {
    const over =
      p(`${r('甲')}<w:commentRangeStart w:id="1"/>${r('乙')}`) +
      p(`${r('丙')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r('丁')}`);
    assert.deepEqual(marks(over, COMMENTS), [['comment', '乙\n丙']]);
    assert.deepEqual(marks(p(`${r('甲')}<w:r><w:commentReference w:id="1"/></w:r>${r('乙')}`), COMMENTS), [
      ['comment', '乙'],
    ]);
  });

  it('open changes are one mark a file', () => {
    const body = p(
      r('今年') +
        `<w:ins w:id="1" ${BY}>${r('新')}</w:ins><w:del w:id="2" ${BY}><w:r><w:delText>旧</w:delText></w:r></w:del>` +
        r('增'),
    );
    const [mark, ...rest] = read(body).marks;
    assert.deepEqual([mark?.kind, mark?.count, rest.length], ['revision', 2, 0]);
  });
});

describe('what is said of the marks', () => {
  it('blanks and highlights are placeholders, unless the text itself tells', () => {
    const body =
      p('在全县水利工作会议上的讲话') +
      p(
        r('全年完成投资') +
          r('      ', U) +
          r('，') +
          r('新开工项目86个', YELLOW) +
          r('，增长') +
          r('xx.x%', YELLOW) +
          r('。'),
      );
    const { draft, findings: found, facts } = findings(body);
    const placeholders = found.filter(({ ruleId }) => ruleId.startsWith('placeholder'));
    assert.deepEqual(
      placeholders.map(({ ruleId, messageId }) => [ruleId, messageId]),
      [
        ['placeholder-blank', 'blank'],
        ['placeholder-blank', 'highlight'],
        ['placeholder-number', 'blank'],
      ],
    );
    const items = openItems({ draft, findings: found }, [], facts).filter(({ entity }) => entity);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['下划线空白', '突出显示“新开工项目86个”', 'xx.x%（新开工项目增速）'],
    );
  });

  it('comments and changes are leftover marks with author and number', () => {
    const body =
      p('在全县水利工作会议上的讲话') +
      p(`${r('产量') + commented(r('12万吨'), [1])}<w:ins w:id="1" ${BY}>${r('。')}</w:ins>`);
    const messages = findings(body, COMMENTS).findings.filter(
      ({ ruleId }) => ruleId === 'leftover-draft-mark',
    );
    assert.deepEqual(
      messages.map(({ messageId }) => messageId),
      ['word-comment', 'word-revision'],
    );
    assert.match(messages[0]!.message, /王处批注“此数待核 再问统计局”/);
    assert.match(messages[1]!.message, /1处修订/);
  });

  it('cells of a table are never joined to a sentence', () => {
    const cell = '全年新建和改建农村公路四百二十公里，惠及沿线';
    const { text, ...extras } = read(p('同志们：') + table([cell, '群众十二万人，比上年增加三万人']));
    const [speech] = readDraft(text, 'text', extras).speeches;
    assert.deepEqual(
      speech!.paragraphs.map((paragraph) => paragraph.text),
      ['同志们：', cell, '群众十二万人，比上年增加三万人'],
    );
    assert.equal(readDraft(text).speeches[0]!.paragraphs.length, 2);
  });
});

describe('places in Word files', () => {
  const parts = { numbering: numbering([level(0, 'chineseCounting', '%1、')]) };
  const body =
    p('标题') +
    item('水库', 1) +
    p(
      `<w:del w:id="2" ${BY}><w:r><w:delText>旧</w:delText></w:r></w:del>${r('今年')}${r('甲&amp;乙')}<w:r><w:t>左</w:t><w:tab/><w:t>右</w:t></w:r>`,
    );
  const document = read(body, parts);
  const at = (text: string): { start: number; end: number } => {
    const start = document.text.indexOf(text);
    return { start, end: start + text.length };
  };

  it('are told by part, paragraph, run and offset, deleted runs counted', () => {
    const part = 'word/document.xml';
    assert.deepEqual(wordPlace(document, at('年甲')), {
      ...{ part, paragraph: 2, run: 1, offset: 1 },
      end: { part, paragraph: 2, run: 2, offset: 1 },
    });
    assert.deepEqual(wordPlace(document, at('右')), {
      ...{ part, paragraph: 2, run: 3, offset: 2 },
      end: { part, paragraph: 2, run: 3, offset: 3 },
    });
  });

  it('a number that Word counts is at the head of its paragraph', () => {
    const place = wordPlace(document, at('一、'));
    assert.deepEqual([place?.paragraph, place?.run, place?.offset, place?.end.offset], [1, 0, 0, 0]);
  });

  it('every character can be found in the XML, entities too', () => {
    const xml = document.file.xml('word/document.xml')!;
    const found = document.pieces
      .filter(({ length }) => length > 1)
      .flatMap((piece) =>
        Array.from({ length: piece.length }, (_, i) =>
          xml.slice(xmlOffset(document, piece, i), xmlOffset(document, piece, i + 1)),
        ),
      );
    assert.deepEqual(found.join(''), '标题水库今年甲&amp;乙');
  });
});
