import type { Sight, TaggedLine } from './types.ts';

/** What ends the name of a mountain, a water, a building or a road. */
const NOUN =
  /[山岭峰湖江河海湾岛洲峡滩港]|机场|水库|大桥|大道|隧道|高速|运河|草原|高原|盆地|半岛|群岛|国家公园/g;
const NO_NAME =
  /绿水|青山|金山|银山|江河|河湖|江山|山河|荒山|矿山|深海|远海|近海|沿海|内河|黑河湾|高原|上海|下海|长江|黄河|珠江|出海|通江|达海|陆海|山海|跨海|向海|经略|蓝色|海湾|大湾|治山|治水|母亲|中小|国际|世界|重大|大江|大河|护城|人工|三大|山水|城市|草原|机场|高速|大桥|美丽|幸福|示范|海港|空港|航空|枢纽|支线|通用|铁路|青藏|云贵|黄土|两岸|全域|重点|重要|水库|隧道|大道|康庄|阳光|运河|大运河|涉|入|围|造|封|登|下|上|靠|面|过|滨|临|环|渔|公海|红海|蓝海|书山|人山|人海|火山|冰山|泰山|高峰|巅峰|高山|华山论剑|深港|沪港|香港|粤港|陆港|口岸|自由贸易港|自贸港|数字|信息|数据|避风|地中海|波罗的海|湄公|洛杉矶|汉堡|阿布扎比|西哈努克|母港|出口|进口/;

/** Mountains, waters, airports that bear a name of their own, as far as the words know them: 天目山, 蓝田机场. */
export function readWaters(line: TaggedLine): Sight[] {
  const found: Sight[] = [];
  for (const { 0: noun, index } of line.text.matchAll(NOUN)) {
    const end = index + noun.length;
    const word = line.wordAt(index);
    const whole = word.end >= end && word.start < index;
    const start = whole ? word.start : line.wordAt(Math.max(0, index - 1)).start;
    const stem = line.text.slice(start, index);
    const tag = line.tagAt(start);
    if (stem.length > 4 || stem.length < 2 || word.end > end || !/^[\u4e00-\u9fff]+$/.test(stem)) continue;
    if (!/^n[sr]/.test(tag) || (!whole && stem.length < 2) || NO_NAME.test(stem + noun) || NO_NAME.test(stem))
      continue;
    const name = stem + noun;
    found.push({ kind: 'place', key: `place|${name}`, name, span: { start, end: index }, sure: true });
  }
  return found;
}
