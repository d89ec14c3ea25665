import { FREE_AFTER, FREE_BEFORE, GAP, MASK, masked } from './alphabet.ts';
import type { Form } from './form.ts';

const HAN_DIGITS = '[一二三四五六七八九十]';
const OF_TERM = '委员会|全会|全体会议|人民代表大会|代表大会|会议';

/** Places in a sequence: 第XX届 xx届x次全会 第x 党的XX大 X等奖. */
export const ORDINALS: readonly Form[] = [
  {
    kind: 'ordinal',
    pattern: new RegExp(
      `第${GAP}${HAN_DIGITS}{0,3}${MASK}+${FREE_AFTER}${GAP}(?:届(?:${OF_TERM})?|[次期号批名位章条轮个卷册集场站版](?!会员|样)|季(?!度))?`,
      'g',
    ),
    accept: (_, __, after) => !/^[ 　]?(?:季度|产业)/.test(after),
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(
      `${FREE_BEFORE}(?:${HAN_DIGITS}{1,3}|${HAN_DIGITS}{0,3}${MASK}+)${GAP}届${GAP}(?:(?:${MASK}+|${HAN_DIGITS}{1,2})${GAP}[次中])?(?:全会|全体会议|会议)?`,
      'g',
    ),
    accept: masked,
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(`(?<=届[\\u4e00-\\u9fff]{1,8})${MASK}+次(?:全体会议|全会|会议)`, 'g'),
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(
      `${FREE_BEFORE}${MASK}+次会议(?=精神|审议|以来|上|胜利|闭幕|要求|强调|决定|通过)`,
      'g',
    ),
  },
  { kind: 'ordinal', pattern: new RegExp(`${FREE_BEFORE}${MASK}{2,}(?:[次中])?全会`, 'g') },
  { kind: 'ordinal', pattern: new RegExp(`${FREE_BEFORE}${MASK}[次中]全会`, 'g') },
  {
    kind: 'ordinal',
    pattern: new RegExp(
      `(?<=党的)${MASK}{1,3}大(?!会)|${FREE_BEFORE}${MASK}{1,3}大(?=精神|报告|以来|召开|闭幕|胜利)`,
      'g',
    ),
  },
  { kind: 'ordinal', pattern: new RegExp(`${FREE_BEFORE}${MASK}{1,2}等[奖功](?!励)`, 'g') },
];
