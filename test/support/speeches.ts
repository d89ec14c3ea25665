/** A source of numbers that are the same for the same seed: mulberry32. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const WHO = [
  '各乡镇',
  '县直各部门',
  '各村党支部',
  '水利站',
  '供销社',
  '农技中心',
  '园区管委会',
  '各学校',
  '税务分局',
  '林场',
];
const HOW = ['抓紧', '逐户', '分批', '按月', '提前', '联合', '公开', '就近', '统一', '错时'];
const DO = ['排查', '登记', '修补', '清理', '公示', '回访', '测算', '验收', '调度', '培训', '抽查', '移交'];
const WHAT = [
  '水渠',
  '茶园',
  '危房',
  '冷库',
  '桥涵',
  '苗圃',
  '灯杆',
  '泵站',
  '晒场',
  '果园',
  '机井',
  '堤岸',
  '校舍',
  '货场',
  '鱼塘',
  '牧道',
];
const WHY = ['不误农时', '方便群众', '堵住漏洞', '留有余地', '心里有数', '经得起看', '省下开支', '少走弯路'];
const LINK = ['同时', '另外', '在此基础上', '与此相应', '接下来', '入冬以前', '汛期到来之前', '年底之前'];

/** What speeches are made with. */
export interface SpeechMaker {
  /** A speech of about so many characters; of its paragraphs one in ten was in an earlier one, with other figures. */
  readonly speech: (length: number) => string;
}

/** Makes speeches that look like the real thing to a program; the same ones for the same seed. */
export function createSpeechMaker(seed: number): SpeechMaker {
  const below = seeded(seed);
  const pick = (from: readonly string[]): string => from[below(from.length)]!;
  const earlier: string[] = [];
  let made = 0;

  const clause = (): string =>
    `${pick(WHO)}${pick(HOW)}${pick(DO)}${pick(WHAT)}${below(900) + 10}处、${pick(DO)}${pick(WHAT)}${below(90) + 3}处`;
  const sentence = (): string => `${pick(LINK)}，${clause()}，做到${pick(WHY)}、${pick(WHY)}。`;

  function paragraph(): string {
    if (earlier.length > 20 && below(10) === 0)
      return pick(earlier).replace(/\d+/g, () => String(below(900) + 10));
    const own = Array.from({ length: 3 + below(5) }, sentence).join('');
    if (earlier.length < 2000) earlier.push(own);
    else earlier[below(2000)] = own;
    return own;
  }

  return {
    speech(length) {
      made++;
      const lines = [`在第${made}次调度会上的讲话`, '同志们：'];
      let size = 0;
      for (let i = 0; size < length; i++) {
        if (i % 6 === 0) lines.push(`${'一二三四五六七八九十'[(i / 6) % 10]}、把${pick(WHAT)}的事办好`);
        const own = paragraph();
        lines.push(own);
        size += own.length;
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
