import { plainName } from '../../lexicon/indicators.ts';
import type { Words } from '../../words/words.ts';
import { createPrefixMatcher } from './prefixes.ts';

const STOP_CHARACTERS = '，。；：？！、,;:（）()［］[]【】 　\n—';
/** No noun begins so. */
const NEVER_FIRST =
  '以上 以下 以内 左右 上下 和 与 及 并 且 其中 是 为 增长 下降 增加 减少 提高 同比 占 比 较 不等 之间 之内 到 至 的速度 的目标 的增长 的水平 的增速 的幅度 的任务 的比例 的高位 的基础 目标 任务 进行 用于 来 对 支持';
/** Words behind a noun that go on with something else. */
const ENDS =
  '和 与 及 以及 并 等 达到 实现 完成 增长 建成 投产 落地 纳入 进入 入选 入围 获批 获 得到 开工 竣工 被 已 均 全部 已经 正在 顺利 成功 加快 建设完成 投入 通过 列入 居 位居 占 总投资 累计 启动 集中 加紧 进行 用于 入库 签约 落户 正式 启用 通车 开通 运营 稳步 扎实 有序 上榜 荣获 加力 圆满 管理体制';
const STOPS = new Set(
  '在 对 按 以 由 从 向 为 将 把 被 让 使 用于 通过 根据 围绕 已 还 又 再 都 也 更 最 已经 正在 不断 持续 各 每 这 那 其 该 本 全部 均 力争 确保 共'.split(
    ' ',
  ),
);
const LONGEST = 18;
/** Longer nouns are cut into words, to see where they stop being one. */
const PLAIN = 6;

/** The noun that a number counts, right behind it at `end`: `34家〖规上工业企业〗，`; empty where none can be told. */
export type NounReader = (text: string, end: number) => string;

/** Makes the reader. */
export function createNounReader(words: () => Words | undefined): NounReader {
  const neverFirst = createPrefixMatcher(NEVER_FIRST);
  const endsAt = createPrefixMatcher(ENDS);
  return (text, end) => {
    const start = text.charAt(end) === '的' && neverFirst(text, end) === 0 ? end + 1 : end;
    if (neverFirst(text, start) > 0) return '';
    let stop = start;
    while (stop < text.length && stop - start < LONGEST + 6 && !isStop(text, stop)) {
      if (stop - start > 1 && endsAt(text, stop) > 0) break;
      stop++;
    }
    let noun = text.slice(start, stop);
    if (noun.length > PLAIN) noun = firstNominal(noun, words());
    const plain = plainName(noun);
    return plain.length >= 2 && plain.length <= LONGEST ? plain : '';
  };
}

function isStop(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 48 && code <= 57) ||
    ((code < 0x3400 || code > 0x9fff) && STOP_CHARACTERS.includes(text.charAt(at)))
  );
}

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
