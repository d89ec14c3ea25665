import { NOUNS } from '../placeholders/nouns.ts';
import type { Sight, TaggedLine } from './types.ts';

/** What ends the name of a place that stands in no list. */
const NOUN =
  /自治[州县旗]|经济技术开发区|高新技术产业开发区|(?:经济|综合)?开发区|高新区|经开区|新区|街道(?!办)|街道|社区|[市县区镇乡村]/g;
/** Ends of a name that is none: 全市, 各县, 特色小镇, 中心村. */
const NO_NAME_END =
  /[全各本我该这那每其两几首等的和与及或在对为是有把被从向让小大老新中旧多某同跨进出入下上城乡农省市县区州镇村社园一二三四五六七八九十百千万亿个]$/;
/** Words before a noun that describe it: 智慧社区, 示范镇. */
const DESCRIBES =
  /新一轮|力争|筑牢|智能|科普|入口|市域|大都|海岛|山丘|深水|美食|综[保试]|农高|智慧|文明|美丽|幸福|和谐|平安|示范|试点|重点|特色|中心|养老|生态|绿色|数字|数智|民主|法治|宜居|宜业|贫困|脱贫|薄弱|空心|行政|自然|传统|历史|古|工业|农业|产业|高新|经济|旅游|度假|保税|边境|边远|沿[海江河边]|民族|少数|牧|渔|城[镇市乡]|基层|国家|国际|未来|完整|老旧|零碳|低碳|健康|康养|善治|平原|山区|先进|先行|核心|功能|中央|商务|自由|综合|都市|大学|科学|科创|科技|创新|合作|经贸|贸易|试验|改革|开放|后进|明星|百强|强|地级|县级|副省级|计划单列|直辖|设区|周边|相关|有关|所有|部分|其他|毗邻|相邻|兄弟|易地|安置|搬迁|移民|易返|整|逐|驻|进|下|驻地|辖|片|园|学校|军|营|机关|所在|协作|共同|联合|不同|超大|特大|大中|资源|枯竭|花园|森林|海绵|韧性|文旅|艺术|红色|革命|苏|灾|疫|震|煤矿|主|副|次|住宅|居民|商圈|高原|高标准|高水平|高质量|高端|现代|共享|共富|共建|奥运|冬奥|会展|临空|空港|航空|临港|物流|枢纽|口岸|跨境|服务|新型|集中|连片|集聚|聚集|示范性|融合|统筹|国家级|省级|市级|联动|引领|带动|领航|样板|标杆|精品|乡|村|镇|线/;

/** Places by their nouns: 柳河镇, 石桥村, 江湾新区. The name is of two or three characters, and words begin with it. */
export function readTowns(line: TaggedLine): Sight[] {
  const found: Sight[] = [];
  for (const { 0: noun, index } of line.text.matchAll(NOUN)) {
    const start = nameStart(line, index);
    if (start === undefined) continue;
    const stem = line.text.slice(start, index);
    if (NOUNS.has(stem.slice(-1) + noun) || NOUNS.has(stem.slice(-2) + noun) || NOUNS.has(stem)) continue;
    if (
      /^(?:场|值|容|域|位|间|块|别|庄|土|愁|贤|民|史|企|办|寨|子|落|级)/.test(
        line.text.slice(index + noun.length),
      )
    )
      continue;
    const name = stem + noun;
    found.push({
      kind: 'place',
      key: `place|${name}`,
      name,
      span: { start, end: index },
      sure: true,
    });
  }
  return found;
}

/** Where a name that ends at `end` begins: one or two words that name something. */
function nameStart(line: TaggedLine, end: number): number | undefined {
  const { text } = line;
  for (const length of [2, 3]) {
    const start = end - length;
    if (start < 0 || !line.isBoundary(start)) continue;
    const stem = text.slice(start, end);
    if (!/^[\u4e00-\u9fff]+$/.test(stem) || NO_NAME_END.test(stem) || DESCRIBES.test(stem)) return undefined;
    const word = line.wordAt(start);
    if (word.end < end) return undefined;
    const listed = /[市县区]/.test(text[end]!) && !/^(?:新区|开发区|高新区|经开区)/.test(text.slice(end));
    return (listed ? /^n[rs]/ : /^n[rsz]|^x$/).test(line.tagAt(start)) ? start : undefined;
  }
  return undefined;
}
