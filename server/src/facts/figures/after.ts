import { plainName } from '../../lexicon/indicators.ts';
import type { Words } from '../../words/words.ts';

const STOP_CHARACTER = /[，。；：？！、,;:（）()\d０-９\s—]/;
const NEVER_FIRST =
  /^(?:以上|以下|以内|左右|上下|和|与|及|并|且|其中|是|为|增长|下降|增加|减少|提高|同比|占|比|较|不等|之[间内]|到|至|的(?:速度|目标|增长|水平|增速|幅度|任务|比例|高位|基础)|目标|任务|进行|用于|来|对|支持)/;
const ENDS =
  /(?:和|与|及|以及|并|等|达到|实现|完成|增长|建成|投产|落地|纳入|进入|入选|入围|获批|获|得到|开工|竣工|被|已|均|全部|已经|正在|顺利|成功|加快|建设完成|投入|通过|列入|居|位居|占|总投资|累计|启动|集中|加紧|进行|用于|入库|签约|落户|正式|启用|通车|开通|运营|稳步|扎实|有序)/;
const LONGEST = 18;

/** The noun that a number counts, right behind it: `34家〖规上工业企业〗，`; empty where none can be told. */
export function nounAfter(text: string, end: number, words: () => Words | undefined): string {
  let stop = end;
  while (stop < text.length && stop - end < LONGEST + 6 && !STOP_CHARACTER.test(text.charAt(stop))) stop++;
  let noun = text.slice(end, stop).replace(/^的/, '');
  if (noun === '' || NEVER_FIRST.test(noun)) return '';
  const cut = ENDS.exec(noun);
  if (cut && cut.index > 1) noun = noun.slice(0, cut.index);
  if (noun.length > 6) noun = firstNominal(noun, words());
  const plain = plainName(noun);
  return plain.length >= 2 && plain.length <= LONGEST ? plain : '';
}

/** The words from the start that can be part of a noun phrase. */
function firstNominal(text: string, words: Words | undefined): string {
  if (!words) return text;
  const { ends, tags } = words.tag(text);
  let last = 0;
  for (let i = 0; i < ends.length; i++) {
    if (/^(?:p|c|d|r|y|w|t)$/.test(tags[i]!)) break;
    last = ends[i]!;
  }
  return text.slice(0, last);
}
