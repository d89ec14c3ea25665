import assert from 'node:assert/strict';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { createWorkspace } from '../../server/src/engine/workspace.ts';
import duplicate from '../../server/src/rules/passage-duplicate.ts';
import reuse from '../../server/src/rules/passage-reuse.ts';
import { archiveOf, assertMarked, findingsOf, readMarked } from '../support/marked.ts';

const ROAD =
  '这条路从镇上一直修到后山的茶园，沿线十来个村子的茶青、毛竹、笋干都指望它运出去，去年雨季塌了12处，眼下正是补修的时候，已经开工5处，剩下的排在年底以前补完';
const POND =
  '山塘要赶在入冬以前清完，先放水、再挖泥、后砌坎，每一口塘都有人盯着，挖出来的泥就近培到果园里，不许往河里倒，清一口验一口，验完挂牌，再记进村里的账';

const two = (first: string, second: string): string =>
  `第一篇：在茶山的讲话\n同志们：\n${first}\n第二篇：在果园的讲话\n同志们：\n${second}\n`;

describe('passage-reuse marks', () => {
  for (const marked of [
    two(`${ROAD}。`, `〖${ROAD}。〗`),
    two(`${ROAD}。`, `〖${ROAD.replace('12', 'XX').replace('5', '9')}。〗`),
    two(`${ROAD}。`, `先说几句题外的话，会开得短一点。〖${ROAD}。〗`),
    two(`${ROAD}。`, `${ROAD.slice(0, 50)}，别的话另找时间再讲。`),
    two(`${ROAD}。\n${POND}。`, `〖${ROAD}。\n${POND}。〗`),
    two(`${ROAD}。\n${POND}。`, `〖${ROAD}。\n这一句是新的。\n${POND}。〗`),
    two(`${POND}。\n${ROAD}。`, `〖${ROAD}。〗\n〖${POND}。〗`),
    two(`他说：“${ROAD}。”`, `他说：“${ROAD}。”`),
    `在茶山的讲话\n同志们：\n${ROAD}。\n${ROAD}。\n`,
  ])
    it(marked.replaceAll('\n', '⏎').slice(12, 60), () => assertMarked(reuse, marked));
});

describe('passage-reuse says', () => {
  const EARLIER = `2023年在茶山的讲话\n同志们：\n一、说路\n${ROAD}。\n`;
  const said = (text: string, archive = archiveOf({ '/旧稿/茶山.txt': EARLIER })): string[] =>
    findingsOf(reuse, text, undefined, 'text', {}, archive).map(({ message }) => message);

  it('which figures are the old ones', () => {
    const [message] = said(`在果园的讲话\n同志们：\n${ROAD.replace('5', '6')}。\n`);
    assert.match(
      message!,
      /^本段与《2023年在茶山的讲话》第一部分基本相同（79字，约占本稿\d+%），其中1个数字未变，另有1个已改/,
    );
  });

  it('that only the figures are others', () => {
    const [message] = said(`在果园的讲话\n同志们：\n${ROAD.replace('12', '3').replace('5', '6')}。\n`);
    assert.match(message!, /仅数字不同（2个），请核对其余表述是否仍然适用。$/);
  });

  it('nothing of figures that are masked', () => {
    const [message] = said(`在果园的讲话\n同志们：\n${ROAD.replace('12', 'XX').replace('5', 'X')}。\n`);
    assert.match(message!, /请酌情改写或保留。$/);
  });

  it('the year where the title has none, and the file where there is no title', () => {
    const dated = EARLIER.replace('2023年', '').replace('同志们', '（2022年3月5日）\n同志们');
    assert.match(
      said(`${ROAD}。`, archiveOf({ '/旧稿/茶山.txt': dated }))[0]!,
      /《在茶山的讲话》（2022年）第一部分/,
    );
    assert.match(said(`${ROAD}。`, archiveOf({ '/旧稿/茶山.txt': `${ROAD}。` }))[0]!, /与《茶山》基本相同/);
  });

  it('nothing of what a document of the archive says too', () => {
    const archive = archiveOf({ '/旧稿/茶山.txt': EARLIER });
    const both = {
      ...archive,
      *like(prints: Parameters<typeof archive.like>[0]) {
        for (const found of archive.like(prints)) {
          yield { ...found, path: '/文件/办法.txt', authority: true };
          yield found;
        }
      },
    };
    assert.deepEqual(said(`${ROAD}。`, both), []);
  });

  it('of each draft of a run which other one it is like, whatever the order', () => {
    const checker = createChecker([reuse], { words: () => undefined });
    const settings = presetSettings([reuse]);
    const texts = { '甲.txt': `甲稿\n${ROAD}。`, '乙.txt': `乙稿\n${ROAD}。`, '丙.txt': `丙稿\n${POND}。` };
    const say = (names: readonly string[]) => {
      const workspace = createWorkspace([reuse]);
      for (const name of names) {
        const draft = checker.read(texts[name as keyof typeof texts], 'text');
        const { summaries } = checker.summarise(draft, settings);
        workspace.put(name, JSON.parse(JSON.stringify(summaries)) as typeof summaries);
      }
      return Object.keys(texts).map((name) =>
        workspace.check(name, settings).findings.map(({ related }) => related[0]?.path),
      );
    };
    const expected = [['乙.txt'], ['甲.txt'], []];
    assert.deepEqual(say(['甲.txt', '乙.txt', '丙.txt']), expected);
    assert.deepEqual(say(['丙.txt', '乙.txt', '甲.txt', '乙.txt']), expected);
  });
});

describe('passage-duplicate marks', () => {
  for (const marked of [
    `同志们：\n${ROAD}。\n${POND}。\n〖${ROAD}。〗\n`,
    `同志们：\n${ROAD}。\n〖${ROAD.replace('12', 'XX')}。〗\n`,
    `同志们：\n${ROAD}。\n${ROAD}，还差一截。\n`,
    two(`${ROAD}。`, `${ROAD}。`),
    '同志们：\n大家辛苦了。\n大家辛苦了。\n',
  ])
    it(marked.replaceAll('\n', '⏎').slice(5, 40), () => assertMarked(duplicate, marked));

  it('says whether the figures are the same', () => {
    const { text } = readMarked(`同志们：\n${ROAD}。\n${ROAD.replace('12', '13')}。\n`);
    assert.deepEqual(
      findingsOf(duplicate, text).map(({ messageId }) => messageId),
      ['other-figures'],
    );
  });
});
