import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { allConfusions, type Confusion } from '../../server/src/lexicon/confusion-table.ts';
import typo from '../../server/src/rules/typo.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const loaded = loadWords();
assert.ok('words' in loaded);
const { words } = loaded;
const entries: readonly Confusion[] = allConfusions();
const marked = (text: string) => () => assertMarked(typo, text, words);

describe('typo', () => {
  describe('is silent where wrong pairs stand across the borders of words', () => {
    for (const sentence of [
      '引导群众关注消费维权，时刻服务企业。',
      '大多数具有资质的企业可以采取销售返利，评审合格后按排名先后公示。',
      '这里有着名副其实的民间题材，影响往来客商，保持殊荣。',
      '工程由接收人、投资人、责任人、领导人共同签字。',
      '领导人民群众干事，推进人才下乡，引进人才百名，每年进人用人都要公开。',
      '百年未有之变局中，工作年未满的不计，周末照常上班。',
      '对千家万户负责，高于千元的补贴，位于千岛湖，110千伏线路投运。',
      '关于部署要求，属于部省共建，由于部分企业停产，位于部队驻地。',
      '治理空白治理难，报销费用公开，一个入口管到底，几个入选项目开工。',
      '今日的会议、节日的市场、3日的检查都要精心组织，设有窗口12个。',
      '把水日夜看护好，干部群众深入人心，农业农村部来人指导。',
      '市长张弛、局长严俊参加活动，白信同志介绍情况。',
      '既将改革进行到底，又由其负责，已上升为国家战略。',
    ])
      it(sentence, marked(sentence));
  });

  describe('reads figures', () => {
    for (const sentence of [
      '增长〖IO〗%以上，压减〖l00〗多家，到位〖S0〗亿元，提高〖o.5〗个百分点。',
      '完成〖3O〗亿元，〖l2〗月底前投产，〖1O〗家企业上市，〖5l.3〗%的村达标。',
      '〖PMz.s〗和〖PMlO〗浓度下降，〖PM2。5〗达标。',
      '5G基站、O2O项目、4S店、B2B平台、O3浓度、CO2排放、H1N1流感、A0级、S7号线、IO设备都要关注。',
      '推广5S管理，新建Z12号楼，l型和B5型设备各1台，IPv6用户3亿户，PM2.5和PM10达标。',
      '投资【S0亿元待补充】，增长xx.x%，到位〖S0〗亿元。',
      '第一产业增加值（低o.x）、服务业（x低.O），增长xx.x%，X亿元。',
    ])
      it(sentence, marked(sentence));
  });

  it('restores characters that a lost font left behind', marked('优化资源配〖臵〗，摆在突出位〖臵〗。'));

  describe('every entry of the list', () => {
    it('is found in a clean sentence, and put right by its fix', () => {
      const missed = entries.filter(({ variant, wrong, right }) => {
        if (variant) return false;
        const text = `这次会上说到“${wrong}”这一条。`;
        const found = findingsOf(typo, text, words);
        return !found.some(({ fixes }) => applyEdits(text, fixes[0]!.edits) === text.replace(wrong, right));
      });
      assert.deepEqual(missed, []);
    });

    it('changes one wording into another, and no right wording is wrong in another row', () => {
      const wrongs = new Set(entries.map(({ wrong }) => wrong));
      assert.equal(wrongs.size, entries.length);
      assert.deepEqual(
        entries.filter(({ right }) => wrongs.has(right)),
        [],
      );
    });

    it('is silent on every right wording', () => {
      const alarms = entries.filter(({ right }) => findingsOf(typo, `要做到${right}。`, words).length > 0);
      assert.deepEqual(alarms, []);
    });
  });

  it('without words reports set phrases alone', () => {
    assertMarked(typo, '〖截止目前〗，深人基层，关注消费，〖真抓实千〗。');
  });

  it('reports variants only where asked for', () => {
    const text = '查清水份和成份，管好帐户。';
    assertMarked(typo, text, words);
    const checker = createChecker([typo], { words: () => words });
    const settings = {
      ...presetSettings([typo]),
      typo: { level: 'info', options: { variants: true } },
    } as const;
    const { findings } = checker.check(checker.read(text, 'text'), settings);
    assert.deepEqual(
      findings.map(({ messageId, span }) => [messageId, text.slice(span.start, span.end)]),
      [
        ['variant', '水份'],
        ['variant', '成份'],
        ['variant', '帐户'],
      ],
    );
  });

  it('one round of fixes is enough, and nothing outside the spans changes', () => {
    const piece = fc.oneof(
      fc.constantFrom(...entries.map(({ wrong }) => wrong)),
      fc.constantFrom(
        '增长IO%',
        '，',
        '要',
        '的',
        '。',
        '收入',
        '关注消费',
        '臵',
        'S0亿元',
        '人民',
        '千',
        '工作',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const found = findingsOf(typo, text, words);
        const once = fixAll(text, found);
        const kept = (t: string, spans: readonly { start: number; end: number }[]): string[] =>
          spans.map(({ end }, i) => t.slice(end, spans[i + 1]?.start ?? t.length));
        let shift = 0;
        const after = found.map(({ span, fixes }) => {
          const { newText } = fixes[0]!.edits[0]!;
          const start = span.start + shift;
          shift += newText.length - (span.end - span.start);
          return { start, end: start + newText.length };
        });
        assert.deepEqual(
          kept(once, after),
          kept(
            text,
            found.map(({ span }) => span),
          ),
        );
        const again = findingsOf(typo, once, words).map(({ span }) => span);
        for (const span of again)
          assert.ok(
            !after.some((a) => a.start === span.start && a.end === span.end),
            'a fix is wrong itself',
          );
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

function fixAll(text: string, findings: readonly Finding[]): string {
  return applyEdits(
    text,
    findings.flatMap(({ fixes }) => fixes[0]!.edits),
  );
}
