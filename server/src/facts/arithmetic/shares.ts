import type { Figure } from '../figures/types.ts';
import { intervalOf, meet, over, scaled } from './interval.ts';
import { isAmount, leadOf, type Sentence } from './sentences.ts';
import { percent, written } from './show.ts';
import type { Calculation } from './types.ts';

const REACH = 12;
const ROUGH = /同口径|剔除|扣除|折算|口径|累计|以来/;
/** 的 between the whole and its share: 占全年目标16亿元的49.3%. */
const OF = /^(?:[（(][^（()）]{0,12}[）)])?的\s*$/;
/** The clause goes on with the same subject. */
const OWN = /(?:^|[（(])\s*(?:约|已|仅|只|就|也|基本|超额|累计|分别)*(?:占|完成|相当于|达到?|为|是)/;
const UNNAMED =
  /^[，,（(]?\s*(?:约|近|超)?(?:占比?|比重|所占比重|占比重|占总数|占总量|占总投资|占全部)(?:的|比重|比例)*(?:为|达到?|是|约|近|超过?)?\s*$/;
const DONE =
  /(?:完成率|完成(?:了)?(?:全年|年度|年初|预定|计划|目标|任务|年)[^，。]{0,8}的?|(?:占|为|达到?)(?:全年|年度|年|计划|目标)[^，。]{0,8}(?:任务|目标|计划|预算)的?|占(?:目标|任务|计划|预算)[^，。]{0,4}的?)(?:为|达到?|是|约)*\s*$/;

/** Shares and completion rates whose part and whole stand in the same sentence. */
export function readShares(sentence: Sentence): readonly Calculation[] {
  const found: Calculation[] = [];
  sentence.figures.forEach((share, index) => {
    if (share.unit.canonical !== '%' || share.amount === undefined || index === 0) return;
    const calculation =
      overStatedWhole(sentence, share, index) ??
      overList(sentence, share, index) ??
      ofTarget(sentence, share, index);
    if (calculation) found.push(calculation);
  });
  return found;
}

/** 完成7.89亿元，占全年目标16亿元的49.3%: the whole stands right before the share, the part before the whole. */
function overStatedWhole(sentence: Sentence, share: Figure, index: number): Calculation | undefined {
  const whole = sentence.figures[index - 1]!;
  if (!OF.test(leadOf(sentence, index)) || !isAmount(whole)) return undefined;
  const lead = leadOf(sentence, index - 1);
  if (!/占|完成|相当于|达到?|为/.test(lead.slice(-24)) || ROUGH.test(lead) || !OWN.test(lastClause(lead)))
    return undefined;
  const part = lastAmount(sentence, index - 2, whole);
  return part && shareOf(part, whole, share);
}

function lastClause(lead: string): string {
  return lead.slice(Math.max(lead.lastIndexOf('，'), lead.lastIndexOf(','), lead.lastIndexOf('；')) + 1);
}

/** 企业34家，其中甲县21家，占61.8%: the whole is that of 其中. */
function overList(sentence: Sentence, share: Figure, index: number): Calculation | undefined {
  const { figures, text } = sentence;
  const lead = leadOf(sentence, index);
  const part = figures[index - 1]!;
  if (!UNNAMED.test(lead) || !isAmount(part)) return undefined;
  const from = Math.max(sentence.start, part.span.start - 200);
  const head = from + text.slice(from, part.span.start).lastIndexOf('其中');
  if (head < from) return undefined;
  let at = index - 2;
  while (at >= 0 && index - at < REACH && figures[at]!.span.start > head) at--;
  const whole = figures[at];
  if (!whole || whole.span.start > head || !isAmount(whole) || whole.unit.canonical !== part.unit.canonical)
    return undefined;
  const others = figures
    .slice(Math.max(0, at - 3), at)
    .filter((f) => isAmount(f) && f.unit.canonical === whole.unit.canonical);
  return others.length > 0 ? undefined : shareOf(part, whole, share);
}

/** 全年目标16亿元，已完成7.89亿元，完成率49.3%. */
function ofTarget(sentence: Sentence, share: Figure, index: number): Calculation | undefined {
  if (!DONE.test(leadOf(sentence, index)) || leadOf(sentence, index).length > 20) return undefined;
  const part = sentence.figures[index - 1]!;
  if (!isAmount(part)) return undefined;
  for (let i = index - 2; i >= Math.max(0, index - REACH); i--) {
    const whole = sentence.figures[i]!;
    if (!isAmount(whole) || whole.unit.canonical !== part.unit.canonical) continue;
    return /目标|任务|计划|预算/.test(leadOf(sentence, i)) &&
      !/目标|任务|计划|预算/.test(leadOf(sentence, index - 1))
      ? shareOf(part, whole, share)
      : undefined;
  }
  return undefined;
}

function lastAmount({ figures }: Sentence, from: number, whole: Figure): Figure | undefined {
  for (let i = from; i >= Math.max(0, from - 3); i--) {
    const figure = figures[i]!;
    if (isAmount(figure)) return figure.unit.canonical === whole.unit.canonical ? figure : undefined;
    if (figure.measure !== 'growth' && figure.measure !== 'rank') return undefined;
  }
  return undefined;
}

/** Part over whole beside the share that is said of them. */
export function shareOf(part: Figure, whole: Figure, share: Figure): Calculation | undefined {
  const [p, w, s] = [intervalOf(part), intervalOf(whole), intervalOf(share)];
  const ratio = p && w && over(p, w);
  if (!ratio || !s || !whole.amount || part.amount === undefined) return undefined;
  return {
    kind: 'share',
    figure: share,
    terms: [part, whole],
    formula: `${written(part)}÷${written(whole)}＝${percent((100 * part.amount) / whole.amount, share)}`,
    agrees: meet(scaled(ratio, 100), s),
    certain: [part, whole, share].every(({ approximation }) => approximation === 'exact'),
  };
}
