import assert from 'node:assert/strict';
import { headingPath } from '../../server/src/draft/place.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';

const structure = rules.filter(({ meta }) =>
  /^(?:numbering|level|series|heading|line|promised)-/.test(meta.id),
);
const checker = createChecker(structure, { words: () => undefined });

function silent(text: string, kind: DraftKind = 'text'): void {
  const { findings, failures } = checker.check(checker.read(text, kind), presetSettings(structure));
  assert.deepEqual(failures, []);
  assert.deepEqual(
    findings.map((f) => `${f.ruleId} ${f.message}`),
    [],
  );
}

function outline(text: string, kind: DraftKind = 'text'): string[] {
  return readDraft(text, kind).speeches.flatMap((s) => s.headings.map((h) => headingPath(s, h) + h.title));
}

describe('habits of finished texts raise nothing', () => {
  it('the address comes again in the middle and at the end', () => {
    const text =
      '政府工作报告\n\n各位代表：\n\n现在，我代表区人民政府作工作报告，请予审议。\n\n一、过去一年工作回顾\n\n我们经受住了考验。\n\n各位代表：\n\n这些成绩来之不易。\n\n二、今年工作安排\n\n任务十分艰巨。\n\n各位代表：\n\n让我们团结奋斗。';
    assert.equal(readDraft(text).speeches.length, 1);
    silent(text);
  });

  it('headings that begin anew under each item of a series', () =>
    silent(
      '一是抓项目。\n（一）强招商\n要精准。\n（二）优服务\n要高效。\n二是抓民生。\n（一）稳就业\n要扩岗。\n（二）办实事\n要到位。\n',
    ));

  it('a list of appendices', () =>
    silent(
      '一、提高认识\n要统一思想。\n二、加强领导\n要压实责任。\n\n附件：1. 任务清单\n      2. 责任分工表\n      3. 时间进度表',
    ));

  it('titles that begin with a year, a month or a figure', () => {
    const text =
      '一、工作安排\n1.2024年预算执行情况。收入8亿元。\n2.存在的主要问题。收支矛盾突出。\n3.2025年预算草案。收入安排9亿元。';
    assert.deepEqual(outline(text), [
      '一、工作安排',
      '一、1.2024年预算执行情况',
      '一、2.存在的主要问题',
      '一、3.2025年预算草案',
    ]);
    silent(text);
    assert.equal(outline('1.8万人实现就业，任务艰巨。\n要继续努力。').length, 0);
  });

  it('a numbered quotation over several paragraphs', () =>
    silent('会议指出：“一、坚持党的领导。\n二、坚持人民至上。\n三、坚持系统观念。”\n要认真领会。'));

  it('a quotation mark that was lost does not swallow the outline', () =>
    assert.equal(
      outline(
        `他说：“要努力。\n${Array.from({ length: 9 }, (_, i) => `${'一二三四五六七八九'[i]}、标题\n要落实。\n要见效。`).join('\n')}`,
      ).length,
      9,
    ));

  it('a second list after a sentence that leads over', () =>
    silent(
      '先讲成绩。\n1.经济稳步增长。\n2.民生持续改善。\n再讲问题，主要有两个。\n1.结构不优。\n2.后劲不足。',
    ));

  it('numbers in a row that share a noun', () => {
    for (const text of [
      '五、六十年代修建的水库要加固。',
      '一、二把手要亲自抓。',
      '三、四年级学生参加。',
      '二、三产业融合发展。',
    ]) {
      assert.deepEqual(outline(text), [], text);
    }
    assert.deepEqual(outline('一、二十项任务\n要落实。\n二、十项举措\n要见效。'), [
      '一、二十项任务',
      '二、十项举措',
    ]);
  });

  it('full-width digits', () =>
    assert.deepEqual(outline('１．提高认识。\n２．加强领导。'), ['１．提高认识', '２．加强领导']));

  it('Markdown lists: nested, all ones, tasks, quoted', () => {
    silent(
      '1. 总体目标\n   1. 经济目标。\n   2. 社会目标。\n2. 具体目标\n   1. 城市。\n   2. 农村。\n',
      'markdown',
    );
    silent('1. 甲事要抓紧。\n1. 乙事要抓实。\n1. 丙事要抓好。\n', 'markdown');
    silent('一、甲\n\n内容。\n\n> 一、引文\n> 二、引文\n\n二、乙\n\n内容。\n', 'markdown');
    assert.deepEqual(
      readDraft('- [ ] 核对数据\n', 'markdown').speeches[0]!.paragraphs.map((p) => p.text),
      ['核对数据'],
    );
  });

  it('a text wrapped at the width of a page raises one finding with one fix', () => {
    const sentence = '要统一思想认识把各项任务抓紧抓实确保按期见效并且压实责任强化督查，';
    const body = Array.from({ length: 3 }, () => `${sentence.repeat(4)}努力完成全年目标。`);
    const wrapped = body.flatMap((p) => p.match(/.{1,30}/gu)!).join('\n');
    const { findings } = checker.check(
      checker.read(`同志们：\n${wrapped}`, 'text'),
      presetSettings(structure),
    );
    assert.deepEqual(
      findings.map((f) => f.messageId),
      ['wrapped'],
    );
  });
});

describe('titles', () => {
  const parts = (text: string): string[] =>
    readDraft(text).speeches[0]!.paragraphs.map((p) => `${p.role}:${p.text}`);

  it('a title may begin with a year', () =>
    assert.deepEqual(parts('2025年政府工作报告\n（2025年1月15日）\n各位代表：'), [
      'title:2025年政府工作报告',
      'byline:（2025年1月15日）',
      'salutation:各位代表：',
    ]));

  it('what follows a title is a name, a subtitle or a date', () =>
    assert.deepEqual(parts('在全县经济工作会议上的讲话\n县委副书记、县长  李　强\n同志们：'), [
      'title:在全县经济工作会议上的讲话',
      'byline:县委副书记、县长  李　强',
      'salutation:同志们：',
    ]));

  it('a sentence under the title is body, and goes on', () =>
    assert.deepEqual(
      parts('在全县会议上的讲话\n刚才几位同志作了很好的发言，我完全同意，下面根据会议安排讲\n几点意见。'),
      [
        'title:在全县会议上的讲话',
        'body:刚才几位同志作了很好的发言，我完全同意，下面根据会议安排讲几点意见。',
      ],
    ));

  it('Markdown signs are not part of it', () =>
    assert.equal(
      readDraft('# 在大会上的讲话\n\n同志们：\n', 'markdown').speeches[0]!.title,
      '在大会上的讲话',
    ));
});
