import { createSpeechMaker, seeded } from './speeches.ts';

/** A speech in which some things are said several times, in words of their own each time. */
export interface RepeatingDraft {
  readonly text: string;
  /** Every place of each thing that is said more than once: where its number or name stands. */
  readonly things: readonly {
    readonly kind: 'figure' | 'name';
    readonly text: string;
    readonly places: readonly { readonly start: number; readonly end: number }[];
  }[];
}

const MONEY = [
  '固定资产投资',
  '社会消费品零售总额',
  '规模以上工业增加值',
  '旅游总收入',
  '财政总收入',
  '农林牧渔业总产值',
];
const COUNTED = [
  ['标准化村级卫生室', '所'],
  ['高标准农田示范片', '个'],
  ['乡镇综合文化站', '座'],
  ['农村饮水安全工程', '处'],
  ['城市书房', '家'],
  ['老旧小区改造项目', '个'],
] as const;
const RATES = ['森林覆盖率', '城镇登记失业率', '自来水普及率', '垃圾分类覆盖率'];
const NAMES = [
  '《临江市城市更新三年行动方案》',
  '《关于加快冷链物流发展的若干措施》',
  '临江市投资服务局',
  '东岭经济技术开发区',
  '沙河水库管理局',
  '“百里画廊”',
] as const;

const MONEY_WAYS = [
  (n: string, v: string) => `今年以来，全市${n}完成${v}亿元，好于预期。`,
  (n: string, v: string) => `全市${n}${v}亿元，来之不易，要倍加珍惜。`,
  (n: string, v: string) => `对全市${n}达到${v}亿元这个成绩，既要看到也要看够。`,
];
const COUNT_WAYS = [
  (n: string, v: string, u: string) => `全市建成${n}${v}${u}，群众家门口的事有人办。`,
  (n: string, v: string, u: string) => `要把建成的${v}${u}${n}管好用好。`,
  (n: string, v: string, u: string) => `${n}${v}${u}全部投入使用，底子已经打下。`,
];
const RATE_WAYS = [
  (n: string, v: string) => `全市${n}达到${v}%，走在前列。`,
  (n: string, v: string) => `${n}${v}%，还有潜力可挖。`,
];
const NAME_WAYS = [
  (n: string) => `要认真落实${n}的部署。`,
  (n: string) => `上个月，${n}已经起步，反响不错。`,
  (n: string) => `最后再说一说${n}，大家要放在心上。`,
];

/** Makes a speech with repeated things among paragraphs that say nothing of them; the same one for the same seed. */
export function repeatingDraft(seed: number): RepeatingDraft {
  const below = seeded(seed);
  const filler = createSpeechMaker(seed)
    .speech(2500)
    .split('\n')
    .filter((line) => line !== '');
  const said: {
    readonly key: string;
    readonly kind: 'figure' | 'name';
    readonly text: string;
    readonly sentence: string;
  }[] = [];
  const say = (kind: 'figure' | 'name', key: string, text: string, sentences: readonly string[]): void => {
    const times = 2 + below(sentences.length - 1);
    for (const sentence of sentences.slice(0, times)) said.push({ key, kind, text, sentence });
  };
  for (const name of MONEY.filter(() => below(2) === 0)) {
    const value = `${100 + below(800)}.${1 + below(9)}`;
    say(
      'figure',
      name,
      value,
      MONEY_WAYS.map((way) => way(name, value)),
    );
  }
  for (const [name, unit] of COUNTED.filter(() => below(2) === 0)) {
    const value = String(11 + below(400));
    say(
      'figure',
      name,
      value,
      COUNT_WAYS.map((way) => way(name, value, unit)),
    );
  }
  for (const name of RATES.filter(() => below(2) === 0)) {
    const value = `${20 + below(70)}.${1 + below(9)}`;
    say(
      'figure',
      name,
      value,
      RATE_WAYS.map((way) => way(name, value)),
    );
  }
  for (const name of NAMES.filter(() => below(2) === 0)) {
    say(
      'name',
      name,
      name.replace(/[《》“”]/g, ''),
      NAME_WAYS.map((way) => way(name)),
    );
  }
  const lines = [...filler];
  for (const { sentence } of said) {
    const at = 3 + below(lines.length - 3);
    const line = lines[at]!;
    lines[at] = /^[一二三四五六七八九十]、/.test(line) ? line : sentence + line;
    if (lines[at] === line) lines.splice(at + 1, 0, sentence);
  }
  const text = `${lines.join('\n')}\n`;
  const places = new Map<string, { start: number; end: number }[]>();
  for (const { key, text: what, sentence } of said) {
    const from = text.indexOf(sentence);
    const start =
      from +
      sentence.indexOf(what, sentence.indexOf(key) < sentence.indexOf(what) ? sentence.indexOf(key) : 0);
    places.set(key, [...(places.get(key) ?? []), { start, end: start + what.length }]);
  }
  const kinds = new Map(said.map(({ key, kind, text: what }) => [key, { kind, text: what }]));
  const things = [...places].map(([key, at]) => ({
    ...kinds.get(key)!,
    places: at.sort((a, b) => a.start - b.start),
  }));
  return { text, things };
}
