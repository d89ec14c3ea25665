import fc from 'fast-check';

/** A statement whose figures agree, and the same with one figure made wrong. */
export interface Statement {
  readonly sound: string;
  readonly spoilt: string;
}

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const cents = (min: number, max: number): fc.Arbitrary<number> =>
  int(min * 100, max * 100).map((n) => n / 100);

const PERIODS = ['上半年，', '2024年，', '1—9月，', '去年，', '前三季度，'] as const;
const MONEY = [
  '社会消费品零售总额',
  '固定资产投资',
  '税收收入',
  '民间投资',
  '出口总额',
  '工业投资',
  '旅游总收入',
  '财政总收入',
] as const;
const THINGS = [
  '规模以上工业企业',
  '高新技术企业',
  '科技型中小企业',
  '养老服务站点',
  '标准化厂房',
  '村级卫生室',
] as const;
const TOWNS = ['东川县', '西陵县', '南屏区', '北苑区', '清溪县', '白沙县', '云岭县', '石桥区'] as const;
const FIELDS = ['农村公路', '城乡供水', '粮食仓储', '数字乡村', '棚户区改造', '高标准农田'] as const;

const towns = (count: number): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...TOWNS], { minLength: count, maxLength: count });
const round = (value: number, digits: number): string => value.toFixed(digits);
/** At least 4% off, so that no rounding explains it. */
const off = fc.tuple(pick(-1, 1), int(4, 30)).map(([sign, percent]) => 1 + (sign * percent) / 100);
const more = int(6, 40).map((percent) => 1 + percent / 100);

/** One indicator told twice. */
export const repeated: fc.Arbitrary<readonly [Statement, Statement]> = fc
  .record({
    name: pick(...MONEY),
    period: pick(...PERIODS),
    value: cents(20, 900),
    growth: int(11, 240).map((n) => n / 10),
    factor: off,
    small: fc.boolean(),
    verbs: fc.tuple(pick('完成', '实现', '达到', '为', '达'), pick('完成', '实现', '达到', '为')),
    which: pick('value', 'growth'),
  })
  .map(({ name, period, value, growth, factor, small, verbs, which }) => {
    const write = (v: number): string => (small ? `${Math.round(v * 1e4)}万元` : `${round(v, 2)}亿元`);
    const tell = (v: string, g: number, verb: string): string =>
      `${period}全市${name}${verb}${v}，同比增长${round(g, 1)}%，为全年打下了基础。`;
    const again = (v: number, g: number): string =>
      `要清醒看到，${period}全市${name}${verbs[1]}${write(v)}，增长${round(g, 1)}%，与兄弟市相比还有差距。`;
    const first = tell(`${round(value, 2)}亿元`, growth, verbs[0]);
    return [
      { sound: first, spoilt: first },
      {
        sound: again(value, growth),
        spoilt: which === 'value' ? again(value * factor, growth) : again(value, growth * factor + 0.3),
      },
    ] as const;
  });

const parts = fc
  .record({
    thing: pick(...THINGS),
    names: towns(4),
    counts: fc.array(int(11, 90), { minLength: 4, maxLength: 4 }),
    extra: int(2, 30),
    kind: pick('regions', 'rest', 'sum', 'build'),
    period: pick(...PERIODS),
  })
  .map(({ thing, names, counts, extra, kind, period }): Statement => {
    const sum = counts.reduce((a, b) => a + b, 0);
    const write = (total: number): string => {
      if (kind === 'regions')
        return `${period}全市新增${thing}${total}个，其中${names.map((n, i) => `${n}${counts[i]}个`).join('、')}。`;
      if (kind === 'rest')
        return `${period}全市建成${thing}${total}个，其中${names[0]}${counts[0]}个，${names[1]}${counts[1]}个，其余${counts[2]! + counts[3]!}个分布在其他县区。`;
      if (kind === 'sum')
        return `${period}${names.map((n, i) => `${n}建成${counts[i]}个`).join('，')}，合计${total}个。`;
      return `${period}全市共实施项目${total}个，其中新开工${counts[0]! + counts[1]!}个、续建${counts[2]! + counts[3]!}个。`;
    };
    return { sound: write(sum), spoilt: write(sum - Math.min(extra, sum - Math.max(...counts) - 1)) };
  });

const sectors = fc
  .record({ a: cents(9, 80), b: cents(20, 300), c: cents(20, 400), factor: off, period: pick(...PERIODS) })
  .map(({ a, b, c, factor, period }): Statement => {
    const write = (total: number): string =>
      `${period}全市实现地区生产总值${round(total, 2)}亿元，增长6.2%。其中，第一产业增加值${round(a, 2)}亿元，增长3.8%；第二产业增加值${round(b, 2)}亿元，增长7.1%；第三产业增加值${round(c, 2)}亿元，增长6.4%。`;
    return { sound: write(a + b + c), spoilt: write((a + b + c) * factor) };
  });

/** Parts beside their total. */
export const sums: fc.Arbitrary<Statement> = fc.oneof(parts, sectors);

/** Growth beside an increment, a base, or two values. */
export const growths: fc.Arbitrary<Statement> = fc
  .record({
    name: pick(...MONEY),
    base: cents(50, 900),
    rate: int(30, 300).map((n) => n / 10),
    up: fc.boolean(),
    kind: pick('increment', 'turned', 'fromto', 'people'),
    wrong: int(12, 60).map((n) => n / 10),
    period: pick(...PERIODS),
  })
  .map(({ name, base, rate, up, kind, wrong, period }): Statement => {
    const now = base * (1 + ((up ? 1 : -1) * rate) / 100);
    const said = Math.abs(100 * (Number(round(now, 2)) / Number(round(base, 2)) - 1));
    const difference = round(Math.abs(Number(round(now, 2)) - Number(round(base, 2))), 2);
    const [more, grown] = up ? ['增加', '增长'] : ['减少', '下降'];
    const write = (g: number): string => {
      const growth = `${round(g, 1)}%`;
      if (kind === 'increment')
        return `${period}全市完成${name}${round(now, 2)}亿元，比上年同期${more}${difference}亿元，${grown}${growth}。`;
      if (kind === 'turned')
        return `${period}${name}达${round(now, 2)}亿元，同比${grown}${growth}，${more}${difference}亿元。`;
      if (kind === 'fromto')
        return `几年来，${name}由${round(base, 2)}亿元${more}到${round(now, 2)}亿元，${grown}${growth}。`;
      return `${period}转移就业${Math.round(now * 1000)}人，比上年${more}${Math.abs(Math.round(now * 1000) - Math.round(base * 1000))}人，${grown}${growth}。`;
    };
    return { sound: write(said), spoilt: write(said + wrong) };
  });

/** A part, its whole and its share; the completion of a target. */
export const shares: fc.Arbitrary<Statement> = fc
  .record({
    whole: cents(40, 900),
    rate: int(50, 930).map((n) => n / 10),
    kind: pick('target', 'rate', 'part', 'elsewhere'),
    field: pick(...FIELDS),
    wrong: int(12, 60).map((n) => n / 10),
    town: pick(...TOWNS),
    count: int(80, 900),
  })
  .map(({ whole, rate, kind, field, wrong, town, count }): Statement => {
    const part = round((whole * rate) / 100, 2);
    const said = (100 * Number(part)) / Number(round(whole, 2));
    const some = Math.max(5, Math.round((count * rate) / 100));
    const write = (extra: number): string => {
      const share = `${round(said + extra, 1)}%`;
      if (kind === 'target')
        return `上半年，${field}完成投资${part}亿元，占年度计划${round(whole, 2)}亿元的${share}，进度基本正常。`;
      if (kind === 'rate')
        return `全年${field}投资目标为${round(whole, 2)}亿元，目前已完成${part}亿元，完成率${share}。`;
      if (kind === 'part')
        return `全市共排查隐患${count}处，其中${town}${some}处，占${round((100 * some) / count + extra, 1)}%。`;
      return `2024年，全市社会消费品零售总额${round(whole, 2)}亿元，增长5.1%。2024年，全市旅游总收入${part}亿元，增长12.3%，相当于社会消费品零售总额的${share}。`;
    };
    return { sound: write(0), spoilt: write(wrong) };
  });

/** Two rates and their difference; parts that come to 100. */
export const points: fc.Arbitrary<Statement> = fc
  .record({
    a: int(520, 720).map((n) => n / 10),
    d: int(4, 60).map((n) => n / 10),
    wrong: int(3, 20).map((n) => n / 10),
    kind: pick('fromto', 'average', 'ratio'),
  })
  .map(({ a, d, wrong, kind }): Statement => {
    const write = (extra: number): string => {
      if (kind === 'fromto')
        return `五年来，常住人口城镇化率由${round(a, 1)}%提高到${round(a + d, 1)}%，提高${round(d + extra, 1)}个百分点。`;
      if (kind === 'average')
        return `1—9月，工业投资增长${round(d + 5, 1)}%，比全省平均水平（5.0%）高${round(d + extra, 1)}个百分点。`;
      return `三次产业结构调整为${round(d + 3, 1)}∶${round(a - 20 + extra, 1)}∶${round(100 - (d + 3) - (a - 20), 1)}。`;
    };
    return { sound: write(0), spoilt: write(wrong) };
  });

/** As many values as subjects; values below the average they are listed under. */
export const lists: fc.Arbitrary<Statement> = fc
  .record({
    names: fc.shuffledSubarray(
      ['固定资产投资', '社会消费品零售总额', '一般公共预算收入', '进出口总额', '用电量'],
      { minLength: 2, maxLength: 4 },
    ),
    values: fc.array(
      int(10, 240).map((n) => n / 10),
      { minLength: 5, maxLength: 5 },
    ),
    places: towns(3),
    mean: int(40, 90).map((n) => n / 10),
    kind: pick('respective', 'below'),
    factor: more,
  })
  .map(({ names, values, places, mean, kind, factor }): Statement => {
    const respective = (count: number): string =>
      `前三季度，${names.slice(0, -1).join('、')}和${names[names.length - 1]}分别增长${values
        .slice(0, count)
        .map((v) => `${round(v, 1)}%`)
        .join('、')}。`;
    const below = (last: number): string =>
      `前三季度，全市工业投资同比增长${round(mean, 1)}%，低于全市平均水平的有${places[0]}${round(mean * 0.9, 1)}%、${places[1]}${round(mean * 0.7, 1)}%、${places[2]}${round(last, 1)}%。`;
    return kind === 'respective'
      ? { sound: respective(names.length), spoilt: respective(names.length + 1) }
      : { sound: below(mean * 0.4), spoilt: below(mean * factor + 0.2) };
  });

/** Rates, and the same without their sign. */
export const rates: fc.Arbitrary<Statement> = fc
  .record({
    value: int(13, 880).map((n) => n / 10),
    pattern: pick(
      '上半年，全市完成工业投资38.6亿元，同比增长@，高于全省平均水平。',
      '粮食比上年减产12万吨，减幅达@，为近年最低。',
      '目前已完成全年任务的@，要再加一把劲。',
      '全县低收入家庭2.1万户，占农户总数的@。',
      '农村自来水普及率达到@，群众喝上了放心水。',
      '社会消费品零售总额增长7.2%，进出口总额增长@，外资增长3.1%。',
      '用电量同比下降@；货运量同比增长5.5%。',
      '全市有@的村建起了养老服务站。',
      '规模以上工业增加值增速为@，居全省第三位。',
      '财政收入比上年增长@以上。',
      '新能源装机占比@，同比提高较快。',
    ),
  })
  .map(
    ({ value, pattern }): Statement => ({
      sound: pattern.replace('@', `${round(value, 1)}%`),
      spoilt: pattern.replace('@', round(value, 1)),
    }),
  );

const FILLING = [
  '要坚持以人民为中心，把群众的事一件一件办好。',
  '各县区要认真对照清单，逐项抓好落实，确保按时完成。',
  '安全生产一刻也不能放松，要严格落实各方责任。',
  '要深入基层调查研究，帮助企业解决用地、用工、融资等难题。',
  '干部作风持续好转，营商环境不断优化，发展活力明显增强。',
] as const;

/** A speech that holds the statements, each in a paragraph of its own. */
export function speechOf(statements: readonly string[], seed = 0): string {
  const lines = [
    '在全市重点工作推进会上的讲话',
    '同志们：',
    '今天召开这次会议，主要任务是总结成绩、分析形势、部署工作。',
  ];
  lines.push('一、肯定成绩，坚定信心');
  statements.forEach((statement, i) => {
    if (i === Math.ceil(statements.length / 2)) lines.push('二、正视问题，狠抓落实');
    lines.push(`${FILLING[(seed + i) % FILLING.length]}${statement}`);
  });
  return `${lines.join('\n')}\n`;
}
