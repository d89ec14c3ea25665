import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describePlace, headingPath } from '../../server/src/draft/place.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Draft } from '../../server/src/draft/types.ts';
import { mark } from '../support/marked.ts';

const lines = (...texts: string[]): string => texts.join('\n');

function outline(draft: Draft): string[] {
  return draft.speeches.flatMap((speech) =>
    speech.headings.map((h) => `${headingPath(speech, h)}${h.title}`),
  );
}

function bodies(draft: Draft): string[] {
  return draft.speeches.flatMap((speech) => speech.paragraphs.map((p) => p.text));
}

describe('reading a draft', () => {
  describe('speeches', () => {
    it('splits at collection labels and keeps numbering apart', () => {
      const draft = readDraft(
        lines(
          '第一篇：在动员会上的讲话',
          '同志们：',
          '一、甲',
          '二、乙',
          '第二篇：在总结会上的讲话',
          '同志们：',
          '一、丙',
        ),
      );
      assert.equal(draft.speeches.length, 2);
      assert.deepEqual(outline(draft), ['一、甲', '二、乙', '一、丙']);
    });

    it('splits at a new title above a salutation', () => {
      const draft = readDraft(
        lines(
          '在全市动员会上的讲话',
          '同志们：',
          '今天开会。',
          '在全市总结会上的讲话',
          '（2026年3月2日）',
          '同志们：',
          '现在总结。',
        ),
      );
      assert.deepEqual(
        draft.speeches.map((s) => s.title),
        ['在全市动员会上的讲话', '在全市总结会上的讲话'],
      );
    });

    it('does not split at 同志们！ inside a speech', () => {
      const draft = readDraft(
        lines('在全市动员会上的讲话', '同志们：', '今天开会。', '同志们！', '让我们一起努力。'),
      );
      assert.equal(draft.speeches.length, 1);
    });

    it('spans cover the text without gap', () => {
      fc.assert(
        fc.property(draftText(), (text) => {
          const { speeches } = readDraft(text);
          assert.equal(speeches[0]!.span.start, 0);
          assert.equal(speeches.at(-1)!.span.end, text.length);
          for (let i = 1; i < speeches.length; i++)
            assert.equal(speeches[i]!.span.start, speeches[i - 1]!.span.end);
        }),
      );
    });
  });

  describe('paragraphs', () => {
    it('joins a line that was broken in a sentence', () => {
      const draft = readDraft(
        lines('全县规上工业企业实现产值27.3亿元，比上年同期增长', '9.82%；利润同步增长。', '下一段。'),
      );
      assert.deepEqual(bodies(draft), [
        '全县规上工业企业实现产值27.3亿元，比上年同期增长9.82%；利润同步增长。',
        '下一段。',
      ]);
    });

    it('a number that continues a sentence is no heading', () => {
      const draft = readDraft(
        lines(
          '一、形势',
          '二、任务',
          '三、落实',
          '我市底子薄、人口多、经济总量小，产业结构较为单',
          '一、资源贫乏，这是需要研究的问题。',
        ),
      );
      assert.deepEqual(outline(draft), ['一、形势', '二、任务', '三、落实']);
    });

    it('does not join headings, titles, bylines or verse-like lines', () => {
      const draft = readDraft(
        lines(
          '在动员会上的讲话',
          '市长　李明',
          '（2026年1月5日）',
          '同志们：',
          '一、提高认识',
          '要统一思想。',
        ),
      );
      assert.deepEqual(
        draft.speeches[0]!.paragraphs.map((p) => p.role),
        ['title', 'byline', 'byline', 'salutation', 'heading', 'body'],
      );
    });

    it('a page number inside a sentence is skipped and the sentence stays whole', () => {
      const draft = readDraft(lines('要加快推进重点项目建设和重点工作，', '-4-确保全年目标实现。'));
      assert.deepEqual(bodies(draft), ['要加快推进重点项目建设和重点工作，确保全年目标实现。']);
    });

    it('every character maps back to its own place in the source', () => {
      fc.assert(
        fc.property(draftText(), fc.constantFrom('text' as const, 'markdown' as const), (text, kind) => {
          for (const { paragraphs } of readDraft(text, kind).speeches) {
            for (const paragraph of paragraphs) {
              for (let at = 0; at < paragraph.text.length; at++) {
                const { start, end } = paragraph.toSource({ start: at, end: at + 1 });
                assert.equal(text.slice(start, end), paragraph.text[at]);
              }
            }
          }
        }),
      );
    });

    it('CRLF and CR read like LF', () => {
      const text = lines('同志们：', '一、提高认识', '要统一思想。', '三、加强领导', '要压实责任。');
      for (const end of ['\r\n', '\r']) {
        const draft = readDraft(text.replaceAll('\n', end));
        assert.deepEqual(bodies(draft), bodies(readDraft(text)));
        assert.deepEqual(outline(draft), outline(readDraft(text)));
      }
    });
  });

  describe('outline', () => {
    it('nests by the family of the number', () => {
      const draft = readDraft(
        lines(
          '一、工作回顾',
          '（一）经济',
          '1.工业稳定增长。',
          '（1）产值增加。',
          '①新能源。',
          '二、工作安排',
          '（一）项目',
        ),
      );
      assert.deepEqual(outline(draft), [
        '一、工作回顾',
        '一、（一）经济',
        '一、（一）1.工业稳定增长',
        '一、（一）1.（1）产值增加',
        '一、（一）1.（1）①新能源',
        '二、工作安排',
        '二、（一）项目',
      ]);
    });

    it('reads run-in headings and headings stuck to another one', () => {
      const draft = readDraft(
        lines(
          '一、善谋划。凡事预则立，不预则废。',
          '二、抓落实（一）明责任。要分工到人。',
          '（二）严督查。要跟踪问效。',
        ),
      );
      assert.deepEqual(outline(draft), ['一、善谋划', '二、抓落实', '二、（一）明责任', '二、（二）严督查']);
    });

    it('figures, joined ordinals and clauses of laws are no headings', () => {
      const draft = readDraft(
        lines(
          '1.8万人实现就业。',
          '二、三产业协同发展。',
          '依据条例第三十条第（一）项处理。',
          '2026年任务很重。',
        ),
      );
      assert.deepEqual(outline(draft), []);
    });

    it('a title may begin with a number', () => {
      const draft = readDraft(lines('一、三年来的工作回顾', '二、十项重点任务', '三、一以贯之抓落实'));
      assert.deepEqual(outline(draft), ['一、三年来的工作回顾', '二、十项重点任务', '三、一以贯之抓落实']);
    });

    it('a sentence to the comrades is no salutation', () => {
      const draft = readDraft(
        lines('同志们：', '同志们的劲头很足，具体有三点：', '各位来宾，女士们、先生们：'),
      );
      assert.deepEqual(
        draft.speeches[0]!.paragraphs.map((p) => p.role),
        ['salutation', 'body', 'salutation'],
      );
    });

    it('a list number before a figure counts when it is due', () => {
      const draft = readDraft(lines('1.稳增长。', '2.6个重大项目开工。', '3.保民生。'));
      assert.deepEqual(outline(draft), ['1.稳增长', '2.6个重大项目开工', '3.保民生']);
    });
  });

  describe('Markdown', () => {
    it('markup is skipped, offsets hold', () => {
      const text = '# 讲话\n\n全年**增长xx.x%**，[详见](http://example.com)。\n';
      const draft = readDraft(text, 'markdown');
      const paragraph = draft.speeches[0]!.paragraphs[1]!;
      assert.equal(paragraph.text, '全年增长xx.x%，详见。');
      assert.equal(
        mark(text, [paragraph.toSource({ start: 2, end: 9 })]),
        '# 讲话\n\n全年**〖增长xx.x%〗**，[详见](http://example.com)。\n',
      );
    });

    it('indented paragraphs are text, code and comments are not', () => {
      const draft = readDraft(
        '正文第一段。\n\n    缩进的一段。\n\n```\n代码 XX市\n```\n\n<!-- 备注 XX市 -->\n',
        'markdown',
      );
      assert.deepEqual(bodies(draft), ['正文第一段。', '缩进的一段。']);
    });

    it('numbers of ordered lists and # stay visible to the outline', () => {
      const draft = readDraft('## 一、回顾\n\n1. 工业\n2. 农业\n', 'markdown');
      assert.deepEqual(outline(draft), ['一、回顾', '一、1.工业', '一、2.农业']);
    });
  });

  it('places are named as an editor says them', () => {
    const text = lines(
      '在动员会上的讲话',
      '同志们：',
      '开头一段话。',
      '一、形势',
      '（一）好的方面。成绩很大。',
      '第二段话。',
      '二、任务',
      '任务一段话。',
    );
    const draft = readDraft(text);
    const place = (word: string): string => describePlace(draft, text.indexOf(word));
    assert.equal(place('动员会'), '标题');
    assert.equal(place('开头一段'), '开头第1段');
    assert.equal(place('形势'), '一、标题');
    assert.equal(place('成绩'), '一、（一）第1段');
    assert.equal(place('第二段'), '一、（一）第2段');
    assert.equal(place('任务一段'), '二、第1段');
  });

  it('reads any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readDraft(text)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readDraft(text, 'markdown')),
    );
  });
});

/** Texts in the manner of drafts: headings, sentences, breaks, residue, markup, in any order. */
function draftText(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '一、提高认识',
    '二、',
    '（一）抓项目。',
    '（二）',
    '1.',
    '同志们：',
    '第二篇：在会上的讲话',
    '在全市大会上的讲话',
    '全市增长xx.x%，',
    '完成投资',
    '5.48亿元。',
    '-4-',
    '— 3 —',
    '**',
    '&nbsp;',
    '\n',
    '\n',
    '\r\n',
    '\n\n',
    '　　',
    ' ',
    '要狠抓落实。',
    '，',
    '”',
    '# ',
    '- ',
    '𠮷',
    '\ud800',
  );
  return fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
}
