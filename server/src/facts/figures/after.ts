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
  const reach = text.slice(end, end + LONGEST + 6);
  const stop = reach.search(STOP_CHARACTER);
  let noun = (stop < 0 ? reach : reach.slice(0, stop)).replace(/^的/, '');
  if (noun === '' || NEVER_FIRST.test(noun)) return '';
  const cut = ENDS.exec(noun);
  if (cut && cut.index > 1) noun = noun.slice(0, cut.index);
  if (noun.length > 6) noun = firstNominal(noun, words());
  const plain = plainName(noun);
  return plain.length >= 2 && plain.length <= LONGEST ? plain : '';
}

const STOPS = new Set(
  '在 对 按 以 由 从 向 为 将 把 被 让 使 用于 通过 根据 围绕 已 还 又 再 都 也 更 最 已经 正在 不断 持续 各 每 这 那 其 该 本 全部 均 力争 确保 共'.split(
    ' ',
  ),
);

/** The words from the start that can be part of a noun phrase. */
function firstNominal(text: string, words: Words | undefined): string {
  if (!words) return text;
  let from = 0;
  for (const end of words.cut(text)) {
    if (STOPS.has(text.slice(from, end))) break;
    from = end;
  }
  return text.slice(0, from);
}
