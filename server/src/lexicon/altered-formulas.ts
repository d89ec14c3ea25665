/** A wording that is certainly an altered formula. */
export interface AlteredFormula {
  /** Must stand in the text; the pattern is tried only then. */
  readonly needs: string;
  readonly pattern: RegExp;
  /** The formula, with `$1` for groups; without it the writer chooses. */
  readonly right?: string;
  /** What to do where `right` is no answer. */
  readonly advice?: string;
  /** Month from which the formula is; earlier speeches had other wording. */
  readonly from?: string;
  /** The altered wording was right once: it counts only in speeches whose date is known. */
  readonly dated?: true;
}

const NUMBER = '[一二三四五六七八九十]{1,3}';
const END = '(?=[、，。；！？]|$)';
const LEADER = '(?=总书记|主席|同志|新时代|(?:经济|法治|文化|强军|外交|生态文明)思想)';

/** Altered forms of fixed political wording (party documents; public guides of the press). Call it once. */
export function readAlteredFormulas(): readonly AlteredFormula[] {
  return [
    // 以习近平同志为核心的党中央
    ...altered('以习近平', [
      [
        '以习近平(?:总书记|主席|同志总书记|总书记同志)?为(?:核心|领导核心)的?(党中央|中共中央)',
        '以习近平同志为核心的$1',
      ],
      ['以习近平同志为(?:中心|领导核心|领导|核心领导)的?(党中央|中共中央)', '以习近平同志为核心的$1'],
      ['以习近平同志为核心(党中央|中共中央)', '以习近平同志为核心的$1'],
    ]).map((one) => ({ ...one, from: '2016-11' })),
    {
      needs: '为总书记的',
      pattern: /以习近平同志为总书记的(党中央|中共中央)/g,
      right: '以习近平同志为核心的$1',
      from: '2017',
      dated: true,
    },
    // 名字
    { needs: '学习近平', pattern: new RegExp(`学习近平${LEADER}`, 'g'), right: '学习习近平' },
    ...['习进平', '习近乎', '习近评', '习今平', '刁近平', '习近干'].map((needs) => ({
      needs,
      pattern: new RegExp(needs + LEADER, 'g'),
      right: '习近平',
    })),
    ...altered('习近平', [['习近平总(?:书纪|记书|书计|书籍)', '习近平总书记']]),
    // “四个意识” “四个自信” “两个维护” “两个确立”
    ...altered('四个意识', [
      [`(?:坚定|做到)(“?)四个意识(”?)${END}`, '增强$1四个意识$2'],
      [`增强(“?)四个意识(”?)、坚定“?(?:[一二三五六七八九两]个自信)”?`, '增强$1四个意识$2、坚定$1四个自信$2'],
    ]).map((one) => ({ ...one, from: '2016-08' })),
    ...altered('四个自信', [
      [`做到(“?)四个自信(”?)${END}`, '坚定$1四个自信$2'],
      ['增强(“?)[一二三五六七八九两]个意识(”?)、坚定“?四个自信”?', '增强$1四个意识$2、坚定$1四个自信$2'],
      [
        '坚定(“?)四个自信(”?)、(坚决)?做到“?(?:[一三四五六七八九]个维护|两个维持)”?',
        '坚定$1四个自信$2、$3做到$1两个维护$2',
      ],
    ]).map((one) => ({ ...one, from: '2016-08' })),
    ...altered('两个维护', [[`(?:增强|坚定|拥护)(“?)两个维护(”?)${END}`, '做到$1两个维护$2']]),
    {
      needs: '两个确立',
      pattern: new RegExp(`(?:做到|增强)“?两个确立”?${END}`, 'g'),
      advice: '固定的说法是深刻领悟“两个确立”的决定性意义、坚决做到“两个维护”',
    },
    // 布局
    ...altered('五位一体', [['统筹推进(“?)五位一体(”?)战略布局', '统筹推进$1五位一体$2总体布局']]),
    ...altered('四个全面', [['协调推进(“?)四个全面(”?)总体布局', '协调推进$1四个全面$2战略布局']]),
    // 会议：代表大会称“次”，委员会和人大称“届”
    ...altered('届全国代表大会', [[`(中国共产党|党的)(第?${NUMBER})届全国代表大会`, '$1$2次全国代表大会']]),
    ...altered('次中央委员会', [[`(第${NUMBER})次中央委员会`, '$1届中央委员会']]),
    ...altered('次全国人民代表大会', [[`(第${NUMBER})次全国人民代表大会`, '$1届全国人民代表大会']]),
    // 其他
    ...altered('主题教育', [['“不忘初心[，,]?牢记使命”主题教育', '“不忘初心、牢记使命”主题教育']]),
    ...altered('忘记使命', [['不忘初心([、，])忘记使命', '不忘初心$1牢记使命']]),
    {
      needs: '筑牢中华民族共同体意识',
      pattern: /筑牢中华民族共同体意识/g,
      right: '铸牢中华民族共同体意识',
      from: '2017-11',
    },
    ...altered('金山银山', [['(?:青山绿水|绿山青水|青水绿山)就是金山银山', '绿水青山就是金山银山']]),
    ...altered('变局', [['百年(?:未遇|未见|不遇)之大变局', '百年未有之大变局']]),
    ...altered('命运', [['人类(?:共同命运体|共同命运共同体|命运同共体)', '人类命运共同体']]),
    { needs: '全程人民民主', pattern: /全程人民民主/g, right: '全过程人民民主', from: '2021-07' },
    ...altered('新发展理念', [
      [
        '(?:准确、?完整、?全面|全面、?准确、?完整|完整、?全面、?准确|准确、?全面、?完整|全面、?完整、?准确)(贯彻(?:落实)?新发展理念)',
        '完整、准确、全面$1',
      ],
    ]),
  ];
}

function altered(needs: string, forms: readonly (readonly [string, string])[]): AlteredFormula[] {
  return forms.map(([pattern, right]) => ({ needs, pattern: new RegExp(pattern, 'g'), right }));
}
