import { type Form, GENRE } from './form.ts';

const NUMBER = '[一二三四五六七八九十百\\d]{1,4}';
const TAG = '[（(【\\[].{0,16}[）)】\\]]';

/** A genre that closes the title but for a tag, a date or a suffix: `讲话稿（通用）`. */
const TITLE_END = new RegExp(
  `(?:${GENRE})(?:稿|词|材料|提纲|范文|模板|摘要|要点)?(?:[ 　]*(?:${TAG}|\\d{4}.{0,8}))?[ 　]*$`,
);
const HAS_GENRE = new RegExp(GENRE);
const LONGEST_TITLE = 60;

/**
 * Whether what follows `第N篇：` is the title of a text in a collection, or nothing. `第一篇：做好产业文章。` is a
 * figure of speech and goes on as a sentence.
 */
function isCollected(rest: string): boolean {
  const title = rest.trim();
  if (title === '' || new RegExp(`^${TAG}$`).test(title)) return true;
  if (title.length > LONGEST_TITLE || /[。；！？!?]/.test(title)) return false;
  return TITLE_END.test(title) || (HAS_GENRE.test(title) && !title.includes('，'));
}

const collected = ([, rest]: RegExpMatchArray): boolean => isCollected(rest ?? '');

/** Lines that part the texts of a collection. */
export const LABEL_LINES: readonly Form[] = [
  {
    reason: 'collection-label',
    pattern: new RegExp(`^[【\\[（(]?第${NUMBER}篇[】\\]）)]?[：:](.*)$`),
    accept: collected,
    example: '第2篇：校长在开学典礼上的讲话',
  },
  {
    reason: 'collection-label',
    pattern: new RegExp(`^[【\\[]?(?:篇|范文|样本)${NUMBER}[】\\]]?[：:]?(.*)$`),
    accept: collected,
    example: '范文一：在安全生产会议上的讲话',
  },
  { reason: 'collection-label', pattern: /^篇$/, example: '篇' },
  {
    reason: 'collection-label',
    pattern: new RegExp(
      `^[^。；！？]{2,40}(?:${GENRE})稿?[ 　]*[（(【]?(?:第${NUMBER}篇|篇${NUMBER}|范文${NUMBER})[）)】]?[：:]?$`,
    ),
    example: '院长在年终总结会上的讲话 第2篇',
  },
];

const PRAISE = '(?:大全|通用|精选|合集|热门|最新|优秀|推荐|必备|汇总|模板)';
const PIECES = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?篇';
const SEVERAL = '(?:\\d{1,2}|[二三四五六七八九十]{1,3}) ?篇';
const AFTER_GENRE = `(?<=(?:${GENRE})稿?[ 　]{0,9})`;

/** Labels and tags on a line with other text. */
export const LABELS_INSIDE: readonly Form[] = [
  {
    reason: 'collection-label',
    pattern: new RegExp(`^(篇${NUMBER}[ 　])(?=\\S)`, 'g'),
    example: '〖篇二 〗第一，要狠抓落实。',
  },
  ...(
    [
      [`[[【](?:${PRAISE}(?:版|${PIECES})?|${PIECES})[\\]】]$`, '在全市经济工作会议上的讲话〖[大全]〗'],
      ['^[（(](?:大全|通用|精选|合集|范文)[）)]$', '〖（通用）〗'],
      [
        `${AFTER_GENRE}[（(](?:${PRAISE}|范文)(?:版|${PIECES})?[）)]$`,
        '在全市经济工作会议上的讲话〖（精选5篇）〗',
      ],
      [`${AFTER_GENRE}[（(](?:共|汇编)?${SEVERAL}[）)]$`, '在全市经济工作会议上的讲话〖（三篇）〗'],
    ] as const
  ).map(
    ([pattern, example]): Form => ({
      reason: 'title-tag',
      pattern: new RegExp(pattern, 'g'),
      accept: ({ input }) => input!.length <= 60,
      example,
    }),
  ),
];
