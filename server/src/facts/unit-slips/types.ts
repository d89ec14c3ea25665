import type { Span } from '../../draft/span.ts';

export type UnitSlipKind =
  /** A rate that lost its %: 同比增长4.5。 */
  | 'percent'
  /** A number that lost some unit: 资金缺口将超过50。 */
  | 'bare'
  /** 百分点 where an amount grows: 投资同比增长5个百分点. */
  | 'points'
  /** % where a rate rises: 城镇化率提高2%. */
  | 'rate'
  /** 下降2倍: nothing can fall by more than once. */
  | 'times'
  /** 约…左右, 超过…以上. */
  | 'doubled'
  /** 提高到2个百分点, 从10户增加了30户. */
  | 'reached';

/** A figure whose unit is lost or does not go with its words; spans are offsets in the paragraph's text. */
export interface UnitSlip {
  readonly kind: UnitSlipKind;
  readonly span: Span;
  readonly text: string;
  /** The wording that sets it right; undefined where only the writer can know. */
  readonly right: string | undefined;
  /** Beyond doubt, whatever the writer had in mind. */
  readonly certain: boolean;
}
