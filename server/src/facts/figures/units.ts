import type { Unit } from './types.ts';

/** Units that are another unit many times over: written, canonical, factor (JJG/GB 3100 and habit: 亩 = 1/15 公顷, 度 = 千瓦时). */
const CONVERTED =
  '% % 1;％ % 1;﹪ % 1;‰ % 0.1;个百分点 百分点 1;百分点 百分点 1;个点 百分点 1;' +
  '元 元 1;块钱 元 1;元钱 元 1;元人民币 元 1;美元 美元 1;港元 港元 1;港币 港元 1;欧元 欧元 1;日元 日元 1;美金 美元 1;' +
  '吨 吨 1;公斤 吨 0.001;千克 吨 0.001;斤 吨 0.0005;克 吨 0.000001;吨标准煤 吨标准煤 1;吨标煤 吨标准煤 1;' +
  '亩 亩 1;公顷 亩 15;平方公里 平方米 1000000;平方千米 平方米 1000000;平方米 平方米 1;平米 平方米 1;' +
  '立方米 立方米 1;方 立方米 1;立方 立方米 1;升 升 1;公里 公里 1;千米 公里 1;里 公里 0.5;米 公里 0.001;海里 海里 1;' +
  '千瓦时 千瓦时 1;度 千瓦时 1;度电 千瓦时 1;千瓦 千瓦 1;兆瓦 千瓦 1000;吉瓦 千瓦 1000000;MW 千瓦 1000;GW 千瓦 1000000;kW 千瓦 1;' +
  '兆瓦时 千瓦时 1000;千伏安 千伏安 1;千伏 千伏 1;EFLOPS P 1000;EFlops P 1000;P P 1;TEU 标箱 1;标准箱 标箱 1;标箱 标箱 1;' +
  '人次 人次 1;人（次） 人次 1;人(次) 人次 1;名次 名次 1;人 人 1;名 人 1;口人 人 1;位 位 1;头（匹） 头 1;头 头 1;' +
  '吨公里 吨公里 1;载重吨 载重吨 1;倍 倍 1;微克 微克 1;毫米 毫米 1;厘米 厘米 1;℃ ℃ 1;摄氏度 ℃ 1;分钟 分钟 1;小时 小时 1;秒 秒 1';

/** Units that stand for themselves, most of them counting words. */
const PLAIN =
  '个 家 户 项 件 条 所 座 处 场 套 辆 台 部 架 艘 只 羽 匹 株 棵 张 份 篇 次 批 批次 期 轮 起 宗 例 种 类 款 门 支 枝 块 枚 面 栋 幢 间 层 口 眼 根 盏 列 班 班次 标段 节 对 天 岁 分 卷 册 本 桩 笔 单 票 队 组 团 人天 床 车次 航次 架次 场次 户次 件次 幅 宗地 小项 盘 届次 吨级';

/** What may not follow a unit that is also the first character of words. */
const GUARD: Readonly<Record<string, string>> = {
  人: '民均大才社工口行体',
  个: '月体人',
  名: '列称额牌单',
  位: '于列居',
  家: '园庭',
  户: '籍',
  度: '假',
  分: '之别钟',
  次: '会',
  米: '高粮面',
  里: '的面',
  点: '',
  方: '面案式法针向位便',
  面: '积向临对',
  口: '径岸',
  部: '分门署委队',
  门: '类槛',
  台: '阶',
  组: '织合建长团',
  团: '队组',
  班: '子长',
  类: '型似别',
  期: '间末内',
  本: '地市省县区级',
  只: '有要',
  支: '持撑部出柱',
  张: '家掖',
  级: '',
  条: '例件',
  件: '',
  批: '发复',
  层: '级次面',
  列: '入为车',
  单: '位元',
  队: '伍',
  节: '约能点日',
  套: '餐',
  天: '然津',
  块: '链',
  起: '来到步草',
  宗: '旨',
  对: '接口标',
  款: '项',
  类别: '',
  P: 'MPX',
  元: '旦素',
  斤: '',
  克: '服',
  升: '级至到高规学',
  度电: '',
};

interface Base {
  readonly written: string;
  readonly canonical: string;
  readonly factor: number;
}

/** Reads the unit that begins at `at`; undefined where none does. `end` is the offset behind it. */
export type UnitReader = (
  text: string,
  at: number,
) => { readonly unit: Base; readonly end: number } | undefined;

/** Makes a reader of units: the longest one wins. The table is built on first use. */
export function createUnitReader(): UnitReader {
  let table: ReadonlyMap<string, readonly Base[]> | undefined;
  return (text, at) => {
    table ??= buildTable();
    for (const unit of table.get(text.charAt(at)) ?? []) {
      const end = at + unit.written.length;
      if (!text.startsWith(unit.written, at)) continue;
      if (GUARD[unit.written]?.includes(text.charAt(end) || '\n')) continue;
      return perUnit(text, unit, end);
    }
    return undefined;
  };
}

function buildTable(): ReadonlyMap<string, readonly Base[]> {
  const table = new Map<string, Base[]>();
  const add = (unit: Base): void => {
    const first = unit.written.charAt(0);
    table.set(first, [...(table.get(first) ?? []), unit]);
  };
  for (const row of CONVERTED.split(';')) {
    const [written = '', canonical = '', factor] = row.split(' ');
    add({ written, canonical, factor: Number(factor) });
  }
  for (const written of PLAIN.split(' ')) add({ written, canonical: written, factor: 1 });
  for (const units of table.values()) units.sort((a, b) => b.written.length - a.written.length);
  return table;
}

const PER =
  /^[/／](?:[十百千]?[万亿])?(?:平方公里|平方米|立方米|人次|人|户|月|年|天|日|亩|公顷|吨|公斤|斤|小时|千瓦时|度|元|头|套|件|公里)/;

/** 元/月, 微克/立方米, 吨标准煤/万元. */
function perUnit(text: string, unit: Base, end: number): { readonly unit: Base; readonly end: number } {
  const sign = text.charAt(end);
  if (sign !== '/' && sign !== '／') return { unit, end };
  const per = PER.exec(text.slice(end, end + 8))?.[0];
  if (per === undefined) return { unit, end };
  const below = `/${per.slice(1)}`;
  return {
    unit: { ...unit, written: unit.written + below, canonical: unit.canonical + below },
    end: end + per.length,
  };
}

const SCALE: Readonly<Record<string, number>> = {
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  个亿: 1e8,
  千: 1e3,
  百: 100,
};

/** The factor of `万`, `百亿`, `个亿`; 1 for none. */
export function scaleOf(scale: string): number {
  return SCALE[scale] ?? 1;
}

/** A unit with its scale before it: 万 + 元. A scale alone (`500万以上`) has no canonical unit, `三个亿` is money. */
export function scaledUnit(scale: string, base: Base | undefined): Unit {
  const canonical = base?.canonical ?? (scale === '个亿' ? '元' : '');
  return {
    written: scale + (base?.written ?? ''),
    canonical,
    factor: scaleOf(scale) * (base?.factor ?? 1),
  };
}
