/** A scope at the head of a name, unified, and how many characters it takes. */
export interface NamedScope {
  readonly scope: string;
  readonly length: number;
  /** 全市, 我县: no name ends so. */
  readonly whole: boolean;
}

const WHOLE =
  /^(?:全[市省县区州旗镇乡国行院校系域]|[我本][市省县区州旗镇乡国]|[市省县区州](?:本级|属|级|直)|自治区(?!级))/;
const BREADTH = /^(?:大口径|小口径|全口径)/;
const REGION =
  /^(?:[\u4e00-\u9fff]{2,5}?(?:自治区|自治州|自治县|示范区|开发区|高新区|经开区|新区|县|市|州|旗)|[\u4e00-\u9fff]{2}区)/;
/** Words that end like the name of a place and are none. */
const NO_REGION =
  /(?:城|都|超|夜|股|楼|上|门|集|开|入)市$|(?:地|市|社|园|景|库|片|山|灾|牧|林|校|小|街|辖|城|郊|专|湖|港|矿|厂|保护|功能|聚集|集聚|合作|试验|服务|保税|自贸)区$/;
const NOT_IN_NAME =
  /[援助全各有个几等所该每仅一两三四五六七八九十多的在是和与及为于对从这其本我带动让使新增成现立建强大示贫困提请镇村业创打造培育达试点品牌]/;

/** The scope that a name begins with: 全市, 我省 (as 全省), 睢县, 大口径; undefined for none. */
export function scopeAt(text: string): NamedScope | undefined {
  const whole = WHOLE.exec(text)?.[0];
  if (whole)
    return {
      scope: whole === '自治区' ? '全区' : whole.replace(/^[我本]/, '全'),
      length: whole.length,
      whole: true,
    };
  const breadth = BREADTH.exec(text)?.[0];
  if (breadth) return { scope: breadth, length: breadth.length, whole: false };
  const region = REGION.exec(text)?.[0];
  if (!region || NO_REGION.test(region) || NOT_IN_NAME.test(region.slice(0, -1))) return undefined;
  return { scope: region, length: region.length, whole: false };
}

const REGION_END = /^(?:自治[区州县]|示范区|开发区|高新区|经开区|新区|县|市|州|旗|镇|乡|区|街道)\u0002{0,9}/;
const HAN = /[\u4e00-\u9fff]/;
const LONGEST_NAME = 6;
const LONGEST_SUFFIX = 12;
const LAST_REGION = /(?:县|市|州|旗|镇|乡|区|街道)\u0002*$/;
const INTRODUCED = /^.*(?:[的]?(?:有|是|为|包括|分别是)|其中|其余)/;
/** 工业园区, 大城市: kinds of places, not names. */
const KIND_OF_PLACE =
  /^(?:城|都|地|市|社|园|景|库|山|灾|牧|林|校|小|街|辖|城|郊|专)[区市]$|(?:工业|产业|科技|物流|农业|创业|大|中|小|型|省会|中心|沿海|贫困|山|类|个|等|些|居民|住宅|智能|老旧|商业|重点|试点|先进|典型|落后)(?:园区|城市|小区|社区|地区|景区|县|市|乡|镇|区|街道)$/;

/** Regions that a text ends with: `低于平均水平的有睢县` → 睢县; `甲县、乙县` is two. Undefined for none. */
export function regionsAtEnd(
  text: string,
): { readonly names: readonly string[]; readonly start: number } | undefined {
  if (!LAST_REGION.test(text)) return undefined;
  const from = Math.max(0, text.length - 60);
  const tail = text.slice(from);
  const skipped = INTRODUCED.exec(tail)?.[0].length ?? 0;
  const row = tail.slice(skipped);
  const first = startOfRegions(row);
  if (first === row.length || !/^[\s、\u0001]*$/.test(row.slice(0, first))) return undefined;
  const names = row
    .slice(first)
    .replaceAll('\u0002', '')
    .split(/[、和及与]/)
    .filter((name) => name !== '');
  if (
    names.some(
      (name) =>
        name.length < 2 || name.length > 8 || KIND_OF_PLACE.test(name) || /^我|全|增速|增幅|居/.test(name),
    )
  )
    return undefined;
  return { names, start: from + skipped + first };
}

/** The leftmost place from which a row is nothing but regions, one after another or between marks; its length for none. */
function startOfRegions(row: string): number {
  const regions = Array.from({ length: row.length + 1 }, (_, at) => at === row.length);
  for (let at = row.length - 1; at >= 0; at--) regions[at] = regionsFrom(row, at, regions);
  return regions.indexOf(true);
}

function regionsFrom(row: string, at: number, regions: readonly boolean[]): boolean {
  for (let end = at + 1; end <= at + LONGEST_NAME && HAN.test(row.charAt(end - 1)); end++) {
    const suffix = REGION_END.exec(row.slice(end, end + LONGEST_SUFFIX))?.[0];
    if (suffix === undefined) continue;
    const next = end + suffix.length;
    if (regions[next] || (/[、和与及]/.test(row.charAt(next)) && regions[next + 1])) return true;
  }
  return false;
}
