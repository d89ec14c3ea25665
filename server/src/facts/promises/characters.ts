import type { Span } from '../../draft/span.ts';
import type { Count } from './counts.ts';
import type { Listing } from './weigh.ts';

/** A row of quotations that ends right before the number: “信念坚定、为民服务”这24个字, “严”“真”两个字. */
const BEFORE = /(?:“[^“”\n]{1,90}”[、，和与及]?){1,12}(?:这|的|里的)?“?[ 　]?$/;
/** Another quotation near the row may belong to it: 一个“严”、一个“实”两个字. */
const BESIDE = /”[^，。；]{0,6}$/;
/** What leads from the number to a quotation: 20字方针：“…”, 四个字：“…”, 即“…”. */
const LEADS =
  /^(?:大?字)?”?(?:的)?(?:大字|真言)?(?:总?要求|方针|工作法|诀|经|箴言|标准|准则|作风|原则|目标|精神|口诀|嘱托|理念)?”?[，：:]?(?:即|就是|也就是|——)?[：:]?(?=“)/;
const AFTER = /^(?:“[^“”\n]{1,90}”[、，和与及]?){1,12}/;
/** Characters that stand one by one behind a colon: 五个字：稳、进、好、优、新。 */
const ONE_BY_ONE = /^字?[：:]((?:\p{Script=Han}、){1,11}\p{Script=Han})(?=[。；，])/u;
const QUOTED = /“([^“”]*)”/g;
const HAN = /\p{Script=Han}/gu;
const MARKS = /[\p{Script=Han}、，；。：！？\s·]/gu;

/**
 * The quotations right beside a number of characters (24个字, 20字方针, 六字要求), counted in Chinese characters:
 * the row of them, and the nearest alone. Empty where none stands there, or one holds a letter or a digit.
 */
export function quotedCharacters(text: string, { digits, value }: Count, after: number): readonly Listing[] {
  const low = Math.max(0, digits.start - 240);
  const before = BEFORE.exec(text.slice(low, digits.start));
  if (before && BESIDE.test(text.slice(Math.max(0, low + before.index - 8), low + before.index))) return [];
  const rows = before ? rowsOf(before[0], low + before.index, -1) : [];
  if (rows.length > 0) return rows.filter(({ most }) => isNear(most, value));
  const rest = text.slice(after, after + 260);
  const single = ONE_BY_ONE.exec(rest);
  if (single) {
    const start = after + single[0].length - single[1]!.length;
    return [listing([{ start, end: start + single[1]!.length }], single[1]!.match(HAN)!.length)];
  }
  const lead = LEADS.exec(rest);
  const behind = lead && AFTER.exec(rest.slice(lead[0].length));
  if (!behind) return [];
  return rowsOf(behind[0], after + lead[0].length, 0).filter(({ most }) => isNear(most, value));
}

/** The row of quotations and the one at an index of it, each with its characters. */
function rowsOf(row: string, offset: number, nearest: number): readonly Listing[] {
  const found = [...row.matchAll(QUOTED)].map((match) => ({
    span: { start: offset + match.index + 1, end: offset + match.index + match[0].length - 1 },
    count: match[1]!.match(HAN)?.length ?? 0,
    plain: match[1]!.replace(MARKS, '') === '',
  }));
  if (found.some(({ count, plain }) => count === 0 || !plain)) return [];
  const whole = listing(
    found.map(({ span }) => span),
    found.reduce((sum, { count }) => sum + count, 0),
  );
  const one = found.at(nearest)!;
  return found.length === 1 ? [whole] : [whole, listing([one.span], one.count)];
}

function listing(items: readonly Span[], count: number): Listing {
  return { items, least: count, most: count, sure: true };
}

/** A number far from what is quoted is of something else. */
function isNear(found: number, said: number): boolean {
  return found * 2 >= said && found <= said * 2;
}
