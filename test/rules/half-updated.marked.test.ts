import rule from '../../server/src/rules/half-updated.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked } from '../support/marked.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

const REST = '其余几件事已经写在文件里，请同志们回去以后逐条对照，一件一件落到人头上，年底之前办完。\n';
const revised = (old: string, now: string): string =>
  `在全县工作会议上的讲话\n同志们：\n${old}\n${REST}＝改后＝\n在全县工作会议上的讲话\n同志们：\n${now}\n${REST}`;

const CASES: Readonly<Record<string, string>> = {
  'a figure that was changed in the first place only': revised(
    '今年建成养老驿站48家。\n要让48家养老驿站天天开门。',
    '今年建成养老驿站52家。\n要让〖48家〗养老驿站天天开门。',
  ),
  'the same in another unit': revised(
    '全县农业总产值达到2.6亿元。\n对农业总产值26000万元，要看到来之不易。',
    '全县农业总产值达到2.8亿元。\n对农业总产值〖26000万元〗，要看到来之不易。',
  ),
  'one finding for several places left': revised(
    '今年建成养老驿站48家。\n要让48家养老驿站天天开门。\n全县养老驿站48家，家家要有人管。',
    '今年建成养老驿站52家。\n要让〖48家〗养老驿站天天开门。\n全县养老驿站48家，家家要有人管。',
  ),
  'a document that got another name': revised(
    '要落实《东山县民宿管理办法》。\n《东山县民宿管理办法》怎么落地，大家议一议。',
    '要落实《东山县民宿管理规定》。\n《〖东山县民宿管理办法〗》怎么落地，大家议一议。',
  ),
  'a rate of growth': revised(
    '全县工业投资增长12.4%。\n工业投资增长12.4%这个速度，要保持住。',
    '全县工业投资增长13.1%。\n工业投资增长〖12.4%〗这个速度，要保持住。',
  ),
  'nothing where every place was changed': revised(
    '今年建成养老驿站48家。\n要让48家养老驿站天天开门。',
    '今年建成养老驿站52家。\n要让52家养老驿站天天开门。',
  ),
  'nothing where another metric has the same number': revised(
    '今年建成养老驿站48家。\n今年还新开农家书屋48家。',
    '今年建成养老驿站52家。\n今年还新开农家书屋48家。',
  ),
  'nothing for last year’s value': revised(
    '今年建成养老驿站48家。\n去年建成养老驿站48家。',
    '今年建成养老驿站52家。\n去年建成养老驿站48家。',
  ),
  'nothing for a value that is only compared with': revised(
    '今年建成养老驿站48家。\n养老驿站由48家再增加一批。',
    '今年建成养老驿站52家。\n养老驿站由48家再增加一批。',
  ),
  'nothing where the sentence with the old value is new': revised(
    '今年建成养老驿站48家。\n要办好身边的事。',
    '今年建成养老驿站52家。\n年初计划建成养老驿站48家，已经超过。',
  ),
  'nothing where the change of name is told': revised(
    '要发挥县水利服务中心的作用。\n县水利服务中心要把好关。',
    '要发挥县水务服务中心的作用。\n县水利服务中心更名以后，要把好关。',
  ),
  'nothing where another body was put in': revised(
    '要落实《东山县民宿管理办法》。\n《东山县民宿管理办法》怎么落地，大家议一议。',
    '要落实《东山县民宿管理办法》和《东山县茶园条例》。\n《东山县民宿管理办法》怎么落地，大家议一议。',
  ),
};

describe('half-updated', () => {
  for (const [name, marked] of Object.entries(CASES)) it(name, () => assertMarked(rule, marked, words));

  it('nothing without an earlier version', () =>
    assertMarked(rule, '今年建成养老驿站52家。\n要让48家养老驿站天天开门。\n', words));
});
