import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { SPEECH_KINDS, type SpeechKind } from '../../server/src/lexicon/kinds.ts';
import rule from '../../server/src/rules/speech-part.ts';
import { assertMarked, findingsOf, mark, readMarked } from '../support/marked.ts';

/** The messages for a text whose kind is declared. */
function declared(kind: SpeechKind, marked: string): readonly string[] {
  const { text } = readMarked(marked);
  const checker = createChecker([rule], { words: () => undefined });
  const settings = presetSettings([rule]);
  const { level } = settings[rule.meta.id]!;
  const { findings } = checker.check(checker.read(text, 'text'), {
    [rule.meta.id]: { level, options: { kind } },
  });
  assert.equal(
    mark(
      text,
      findings.map(({ span }) => span),
    ),
    marked,
  );
  return findings.map(({ message }) => message);
}

const host = (agenda: string, ...calls: readonly string[]): string =>
  ['同志们：', `现在开会。今天的会议${agenda}。`, ...calls, '会议到此结束，散会。'].join('\n');

const AGENDA: readonly (readonly [string, string])[] = [
  [
    'one item too few',
    host('〖议程有三项〗', '首先，进行第一项议程，请王局长通报情况。', '下面进行第二项，请各镇发言。'),
  ],
  [
    'one item too many',
    host(
      '〖有两项议程〗',
      '第一项，请王局长通报情况。',
      '第二项，请各镇发言。',
      '第三项，请县长讲话，大家欢迎。',
    ),
  ],
  [
    'one left out in between',
    host('〖议程共有4项〗', '第一项，请王局长通报。', '第二项，签订责任书。', '第四项，请县长讲话。'),
  ],
  ['by 个议题', host('〖有三个议题〗', '先研究第一个议题，请财政局汇报。', '研究第二个议题，请教育局汇报。')],
  [
    '有三项内容, items on lines of their own',
    host('〖有三项内容〗', '第一项 传达精神', '请王书记传达。', '第二项 县长讲话', '请县长讲话。'),
  ],
  [
    'a preview in the same sentence does not count as calling',
    host(
      '〖议程有三项〗：第一项，通报情况；第二项，交流发言；第三项，县长讲话',
      '现在进行第一项议程，请王局长通报。',
      '下面进行第二项议程，请各镇发言。',
    ),
  ],
];

const AGENDA_SILENT: readonly (readonly [string, string])[] = [
  ['all called', host('议程有三项', '第一项，通报情况。', '第二项，交流发言。', '第三项，请县长讲话。')],
  [
    'the last without a number',
    host('议程有三项', '第一项，通报情况。', '第二项，交流发言。', '最后，请县长讲话。'),
  ],
  ['none called by number', host('议程有三项', '首先，请王局长通报情况。', '接下来，请各镇发言。')],
  [
    'only the first called by number',
    host('议程有三项', '先进行第一项，通报情况。', '下面请各镇发言。', '请县长讲话。'),
  ],
  [
    'a list below, then calls',
    host(
      '议程有两项',
      '第一项，通报情况；',
      '第二项，县长讲话。',
      '现在进行第一项，请王局长通报。',
      '现在进行第二项，请县长讲话。',
    ),
  ],
  ['several', host('议程有几项', '第一项，通报情况。', '第二项，请县长讲话。')],
  ['another meeting', host('时间不长。上次会议议程有三项', '第一项，通报情况。', '第二项，请县长讲话。')],
  [
    'numbered work is no agenda',
    host('议程有三项', '第一项工作是防汛。', '第二项任务是抗旱。', '请县长讲话。'),
  ],
];

const CALLED_OTHERWISE: readonly (readonly [string, string])[] = [
  [
    'the last speaker called after 下面',
    host('议程有三项', '第一项，通报情况。', '第二项，交流发言。', '下面，请林市长作重要讲话，大家欢迎。'),
  ],
  [
    'more items of another kind further down',
    host(
      '议程有两项',
      '第一项，通报情况。',
      '第二项，请县长讲话。',
      '县长交代的，第一项，抓春耕；第二项，抓水利；第三项，抓畜牧。',
    ),
  ],
  [
    'a list beside the number that breaks it: promised-count',
    host(
      '议程有两项：一是通报，二是发言，三是讲话',
      '第一项，通报情况。',
      '第二项，交流发言。',
      '第三项，请县长讲话。',
    ),
  ],
];

const lines = (...text: readonly string[]): string => text.join('\n');
const BODY = [
  '过去的一年，全市上下一条心，办成了三件大事。',
  '一、抓项目',
  '开工项目三十六个。',
  '二、抓民生',
];

const MISSING: readonly (readonly [string, string])[] = [
  [
    '工作报告, by its opening',
    lines(
      '〖临江市政府工作报告〗',
      '各位代表：',
      '现在，我代表市人民政府，向大会报告工作，并请各位委员提出意见。',
      ...BODY,
      '各位代表！让我们携手奋斗！',
    ),
  ],
  [
    '工作报告 without a title: its first line',
    lines('〖各位代表〗：', '我代表市政府向大会作政府工作报告。', ...BODY, '让我们携手奋斗！'),
  ],
  [
    '述职报告, in the middle of a collection',
    lines(
      '在调度会上的讲话',
      '同志们：',
      '要抓好落实。',
      '〖2025年度个人述职报告〗',
      '各位同志：',
      '现报告如下。',
      '一、抓学习',
      '读书三十本。',
      '请予评议。',
    ),
  ],
  [
    '表彰讲话',
    lines(
      '〖在全市劳动模范表彰大会上的讲话〗',
      '同志们：',
      '今天的会开得很必要。',
      ...BODY,
      '大家要再接再厉。',
    ),
  ],
  ['贺词', lines('〖2026年新年贺词〗', '同志们：', '一年过去了。', '我们做了很多事。', '明天会更好。')],
  [
    '表态发言',
    lines('〖在动员大会上的表态发言〗', '各位领导：', '刚才听了部署。', '我镇有三个村。', '路修到了家门口。'),
  ],
  [
    '述廉 promised by the title',
    lines(
      '〖2025年述责述廉报告〗',
      '各位代表：',
      '现报告如下。',
      '一、主要工作',
      '修路十公里。',
      '二、存在的问题',
      '学得不深。',
    ),
  ],
];

const SILENT: readonly (readonly [string, string])[] = [
  [
    'wishes in the middle',
    lines(
      '在开幕式上的致辞',
      '各位来宾：',
      '热烈欢迎大家！',
      '预祝大会圆满成功！',
      '我们的城市很美。',
      '谢谢大家！',
    ),
  ],
  [
    '愿 at the head of a clause',
    lines('在年会上的致辞', '各位来宾：', '欢迎大家。', '这里很美。', '愿我们的友谊地久天长！'),
  ],
  [
    'a memorial',
    lines(
      '在烈士公祭仪式上的致辞',
      '同志们：',
      '今天我们在此肃立。',
      '他们把生命献给了这片土地。',
      '我们永远铭记。',
    ),
  ],
  [
    'an address not yet written to its end',
    lines('在开幕式上的致辞', '各位来宾：', '热烈欢迎大家！', '我们的城市很美。', '下面介绍'),
  ],
  [
    'an outline',
    lines('在表彰大会上的讲话（提纲）', '同志们：', '一、讲成绩。', '二、讲任务。', '三、讲要求。'),
  ],
  [
    'a report to an ordinary meeting',
    lines('2025年工作报告', '同志们：', '现在我把全年工作向大家作个汇报。', ...BODY, '谢谢大家。'),
  ],
  [
    'a plain speech',
    lines('在全市农业工作会议上的讲话', '同志们：', '今天开个短会。', ...BODY, '就讲这些。'),
  ],
  [
    '问题 in other words',
    lines(
      '述职报告',
      '各位同志：',
      '现报告如下。',
      '抓学习，读书三十本。',
      '自己下基层还不够多。',
      '请评议。',
    ),
  ],
];

describe('speech-part: exactly the marked places', () => {
  for (const [name, text] of [...AGENDA, ...AGENDA_SILENT, ...CALLED_OTHERWISE, ...MISSING, ...SILENT])
    it(`${text.includes('〖') ? 'reports' : 'silent'}: ${name}`, () => assertMarked(rule, text));
});

describe('speech-part: what is said', () => {
  it('names the missing part and what is usual', () => {
    const [finding] = findingsOf(rule, readMarked(MISSING[0]![1]).text);
    assert.match(finding!.message, /工作报告，未见“请予审议”。工作报告通常在开头写/);
    assert.equal(finding!.severity, 'info');
  });

  it('names the items that were called and links them', () => {
    const { text } = readMarked(AGENDA[2]![1]);
    const [finding] = findingsOf(rule, text);
    assert.match(finding!.message, /“议程共有4项”，下文报了第一、二、四项，未见第三项/);
    assert.deepEqual(
      finding!.related.map(({ span }) => text.slice(span.start, span.end)),
      ['第一项', '第二项', '第四项'],
    );
  });
});

describe('speech-part: a declared kind', () => {
  it('is held to all that is usual, in one finding', () => {
    const messages = declared(
      '述职报告',
      lines('〖这一年〗，我做了三件事。', '修路十公里。', '植树五百亩。'),
    );
    assert.equal(messages.length, 1);
    assert.match(messages[0]!, /未见存在的问题和不足、下一步打算、结尾的请评议。/);
  });

  it('has nothing to say where all is there', () => {
    const text = lines(
      '述职报告',
      '各位同志：',
      '现报告如下。',
      '一、工作',
      '修路十公里。',
      '二、存在的问题和下一步打算',
      '学得不深，今后补上。',
      '请予评议。',
    );
    assert.deepEqual(declared('述职报告', text), []);
  });

  it('overrules what the title says', () => {
    const { text } = readMarked(MISSING[4]![1]);
    assert.deepEqual(declared('座谈会讲话', text), []);
  });

  it('other than 主持词 leaves the agenda alone', () => {
    assert.deepEqual(declared('座谈会讲话', readMarked(AGENDA[0]![1]).text), []);
    assert.equal(declared('主持词', AGENDA[0]![1]).length, 1);
  });

  it('every kind reads a text of one line', () => {
    for (const kind of SPEECH_KINDS) assert.deepEqual(declared(kind, '谢谢大家！'), []);
  });
});

it('speech-part: a finished speech has none', () => {
  const text = fs.readFileSync(path.join(__dirname, '../../samples/定稿示例.txt'), 'utf8');
  assertMarked(rule, text);
});

// Needs texts that are not part of the project; without HEGAO_CORPUS there is nothing to read and nothing is claimed.
if (process.env.HEGAO_CORPUS) {
  const folder = path.join(process.env.HEGAO_CORPUS, 'corpus/published');
  it('speech-part: published reports have none', () => {
    for (const name of fs.readdirSync(folder))
      assertMarked(rule, fs.readFileSync(path.join(folder, name), 'utf8'));
  });
}
