import { POETIC_PROVINCES, SHORT_PROVINCES } from '../../lexicon/place-words.ts';
import type { Sight, TaggedLine } from './types.ts';

const ALL = Object.keys(SHORT_PROVINCES).join('');
/** Those that are little else; one of them beside another character of `ALL` settles what both are. */
const CLEAR = '京津沪渝冀浙皖闽赣豫鄂湘粤桂琼黔滇';
const RUN = new RegExp(`[${ALL}]{2,6}`, 'g');
const ONE = new RegExp(
  `[${CLEAR}苏鲁晋辽川陕陇疆](?=[北南中西东][^京部方]|[北南中西东]$|[商企籍剧菜酒茶][^业]|A股|东北|西北)|(?<=[来入在驻赴援回留])[皖浙闽赣豫鄂湘粤桂琼黔滇冀鲁](?=[^${ALL}])`,
  'g',
);
const ORDINARY = /^(?:京剧|晋商银行)$|秦川|云贵高原|青藏高原|宁静|新青/;
const POETIC = new RegExp(`${Object.keys(POETIC_PROVINCES).join('|')}`, 'g');
const AS_LAND =
  /^(?:大地|儿女|人民|热土|山河|群众|乡亲|各族|英才|文化|文脉|精神|名|实验|科技|福地|健儿|学子|故土|风|沃野|古邑|工匠|粮仓)/;

/** Provinces by one character or by their old names: 沪苏, 皖北, 八闽大地. */
export function readProvinces(line: TaggedLine): Sight[] {
  const found: Sight[] = [];
  const add = (province: string, start: number, end: number): void => {
    found.push({
      kind: 'place',
      key: `place|${province}`,
      name: province,
      span: { start, end },
      sure: true,
    });
  };
  for (const { 0: run, index } of line.text.matchAll(RUN)) {
    if (!new RegExp(`[${CLEAR}]`).test(run) || ORDINARY.test(run)) continue;
    if (!line.isBoundary(index) && !/^n[rstz]|^j/.test(line.tagAt(index))) continue;
    for (let i = 0; i < run.length; i++) add(SHORT_PROVINCES[run[i]!]!, index + i, index + i + 1);
  }
  for (const { 0: sign, index } of line.text.matchAll(ONE)) {
    const word = line.wordAt(index);
    if (index !== word.start && !/^n[rstz]|^j/.test(line.tagAt(index))) continue;
    if (ORDINARY.test(line.text.slice(word.start, word.end))) continue;
    add(SHORT_PROVINCES[sign]!, index, index + 1);
  }
  for (const { 0: name, index } of line.text.matchAll(POETIC)) {
    if (AS_LAND.test(line.text.slice(index + name.length)))
      add(POETIC_PROVINCES[name]!, index, index + name.length);
  }
  return found;
}
