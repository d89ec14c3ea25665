import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/edit.ts';
import rule from '../../server/src/rules/line-broken.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, findingsOf, readMarked } from '../support/marked.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const BODY = '要统一思想认识，把各项任务抓紧抓实，确保按期见效。';

/** Asserts the marked places, and that all fixes together give `joined`. */
function joins(marked: string, joined: string): void {
  assertMarked(rule, marked, words);
  const { text } = readMarked(marked);
  const edits = findingsOf(rule, text, words).flatMap((f) => f.fixes[0]!.edits);
  assert.equal(applyEdits(text, edits), joined);
}

describe('line-broken: titles and headings', () => {
  it('inside a word of a title', () => {
    joins(
      '在全县农村人居环〖境整治提\n升推进会〗上的讲话\n同志们：',
      '在全县农村人居环境整治提升推进会上的讲话\n同志们：',
    );
    joins(
      '　　在全市重点项目建设集〖中开工动\n　　　　员大会上〗的讲话\n同志们：',
      '　　在全市重点项目建设集中开工动员大会上的讲话\n同志们：',
    );
  });

  it('between words of a title', () => {
    for (const title of [
      '在全县农村人居环境整治提升\n推进会上的讲话',
      '在全市经济工作会议\n上的讲话',
      '在全市防汛抗旱工作会议\n结束时的讲话',
      '凝心聚力　再谱新篇\n——在全市招商引资大会上的讲话',
      '在全市社会主义精神文明\n建设工作会议上的讲话',
      '市人民政府关于\n进一步优化营商环境的报告',
      '在全市干部大会上的讲话\n市委书记　王建国\n（2025年3月5日）',
    ])
      assertMarked(rule, `${title}\n同志们：\n${BODY}`, words);
  });

  it('inside a word of a heading', () => {
    joins(`（一）持续优化营商〖环境和服\n务水平〗\n${BODY}`, `（一）持续优化营商环境和服务水平\n${BODY}`);
    joins(`一、抓好秋冬季安全生〖产工作落\n实到位〗\n${BODY}`, `一、抓好秋冬季安全生产工作落实到位\n${BODY}`);
  });

  it('a heading and its body', () => {
    for (const heading of [
      '一、2024年工作回顾\n过去一年，全市上下团结一心。',
      '（一）把老百姓身边的事办好\n办好民生实事，要用心用情。',
      '（二）加快建设现代化产业体系\n系统推进强链补链，要抓好招商。',
      '三、今年的工作安排\n排在首位的是项目建设，要抓紧抓实。',
    ])
      assertMarked(rule, heading, words);
  });

  it('is silent on words without a dictionary', () =>
    assertMarked(rule, `在全县农村人居环境整治提\n升推进会上的讲话\n同志们：\n${BODY}`));
});

describe('line-broken: figures, pages, clauses', () => {
  it('inside a figure of a short line', () => {
    joins('上半年完成投资〖34.8\n亿元，增〗长两成。', '上半年完成投资34.8亿元，增长两成。');
    assertMarked(rule, '一、主要经济指标完成情况2024\n2025年要保持定力。', words);
  });

  it('around the number of a page', () => {
    joins(
      '各级各部门要把思想和行动统一到市委的部署上来，切实增强〖做好工作\n\n-4-\n\n的责任感〗，把任务落到实处。',
      '各级各部门要把思想和行动统一到市委的部署上来，切实增强做好工作的责任感，把任务落到实处。',
    );
    assertMarked(
      rule,
      '各级各部门要把思想和行动统一到市委的部署上来，把工作做好。\n\n-4-\n\n下面讲三点意见。',
      words,
    );
  });

  const broken =
    '今年的任务很重。各级各部门要把思想和行动统一到市委的部〖署上来，\n把任务落〗到实处，抓出成效。';
  it('after a semicolon, where no other line ends so', () => {
    assertMarked(
      rule,
      `${broken}\n要抓收入。对重点行业加强征管。要挖潜增收、应〖收尽收；\n加大盘活〗力度，用好存量。要过紧日子，压减支出。`,
      words,
    );
  });

  it('a list whose items end with semicolons', () => {
    for (const list of [
      '要抓收入。主要有两条。加强征管，堵漏增收；\n加大盘活力度。',
      '要抓收入。加强征管。要做到应收尽收；\n要抓支出。压减一般。要过紧日子。',
      '要抓收入。加强征管，应收尽收；\n盘活存量，用好资产；\n要过紧日子。压减支出。抓紧抓实。',
    ])
      assertMarked(rule, `${broken}\n${list}`, words);
  });
});
