/** A wording that is certainly an altered formula. */
export interface AlteredFormula {
  /** Must stand in the text; the pattern is tried only then. */
  readonly needs: string;
  /** Source of a pattern, made when it is needed. */
  readonly pattern: string;
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

/** Altered formulas that are one wording: the altered one, the right one, the month from which it is. */
const PLAIN: readonly (readonly [string, string, string?])[] = [
  ['习近平总书纪', '习近平总书记'],
  ['习近平总记书', '习近平总书记'],
  ['习近平总书计', '习近平总书记'],
  ['不忘初心、忘记使命', '不忘初心、牢记使命'],
  ['不忘初心，忘记使命', '不忘初心，牢记使命'],
  ['“不忘初心，牢记使命”主题教育', '“不忘初心、牢记使命”主题教育'],
  ['“不忘初心牢记使命”主题教育', '“不忘初心、牢记使命”主题教育'],
  ['筑牢中华民族共同体意识', '铸牢中华民族共同体意识', '2017-11'],
  ['青山绿水就是金山银山', '绿水青山就是金山银山'],
  ['绿山青水就是金山银山', '绿水青山就是金山银山'],
  ['百年未遇之大变局', '百年未有之大变局'],
  ['百年未见之大变局', '百年未有之大变局'],
  ['百年不遇之大变局', '百年未有之大变局'],
  ['人类共同命运体', '人类命运共同体'],
  ['人类共同命运共同体', '人类命运共同体'],
  ['全程人民民主', '全过程人民民主', '2021-07'],
];

/** What stands for 以习近平同志为核心的, up to the name of the party centre. */
const CORE: readonly string[] = [
  '以习近平为核心',
  '以习近平为领导核心',
  '以习近平总书记为核心',
  '以习近平总书记为领导核心',
  '以习近平主席为核心',
  '以习近平总书记同志为核心',
  '以习近平同志为中心',
  '以习近平同志为领导',
  '以习近平同志为领导核心',
];

/** Altered forms of fixed political wording (party documents; public guides of the press). Call it once. */
export function readAlteredFormulas(): readonly AlteredFormula[] {
  const plain = PLAIN.map(([needs, right, from]) => ({
    needs,
    pattern: needs,
    right,
    ...(from === undefined ? {} : { from }),
  }));
  const core = CORE.map((needs) => ({
    needs,
    pattern: `${needs}的?(党中央|中共中央)`,
    right: '以习近平同志为核心的$1',
    from: '2016-11',
  }));
  const names = ['习进平', '习近乎', '习近评', '习今平', '刁近平', '习近干'].map((needs) => ({
    needs,
    pattern: needs + LEADER,
    right: '习近平',
  }));
  return [
    ...plain,
    ...core,
    ...names,
    { needs: '学习近平', pattern: `学习近平${LEADER}`, right: '学习习近平' },
    altered('志为核心党中央', '以习近平同志为核心党中央', '以习近平同志为核心的党中央', '2016-11'),
    {
      needs: '志为总书记的',
      pattern: '以习近平同志为总书记的(党中央|中共中央)',
      right: '以习近平同志为核心的$1',
      from: '2017',
      dated: true,
    },
    altered('四个意识', `(?:坚定|做到)(“?)四个意识(”?)${END}`, '增强$1四个意识$2', '2016-08'),
    altered(
      '四个意识',
      '增强(“?)四个意识(”?)、坚定“?(?:[一二三五六七八九两]个自信)”?',
      '增强$1四个意识$2、坚定$1四个自信$2',
      '2016-08',
    ),
    altered('四个自信', `做到(“?)四个自信(”?)${END}`, '坚定$1四个自信$2', '2016-08'),
    altered(
      '四个自信',
      '增强(“?)[一二三五六七八九两]个意识(”?)、坚定“?四个自信”?',
      '增强$1四个意识$2、坚定$1四个自信$2',
      '2016-08',
    ),
    altered(
      '四个自信',
      '坚定(“?)四个自信(”?)、(坚决)?做到“?(?:[一三四五六七八九]个维护|两个维持)”?',
      '坚定$1四个自信$2、$3做到$1两个维护$2',
      '2018-09',
    ),
    altered('两个维护', `(?:增强|坚定|拥护)(“?)两个维护(”?)${END}`, '做到$1两个维护$2', '2018-09'),
    {
      needs: '两个确立',
      pattern: `(?:做到|增强)“?两个确立”?${END}`,
      advice: '固定的说法是深刻领悟“两个确立”的决定性意义、坚决做到“两个维护”',
    },
    altered('五位一体', '统筹推进(“?)五位一体(”?)战略布局', '统筹推进$1五位一体$2总体布局'),
    altered('四个全面', '协调推进(“?)四个全面(”?)总体布局', '协调推进$1四个全面$2战略布局'),
    // 代表大会称“次”，委员会和人大称“届”
    altered('届全国代表大会', `(中国共产党|党的)(第?${NUMBER})届全国代表大会`, '$1$2次全国代表大会'),
    altered('次中央委员会', `(第${NUMBER})次中央委员会`, '$1届中央委员会'),
    altered('次全国人民代表大会', `(第${NUMBER})次全国人民代表大会`, '$1届全国人民代表大会'),
  ];
}

function altered(needs: string, pattern: string, right: string, from?: string): AlteredFormula {
  return { needs, pattern, right, ...(from === undefined ? {} : { from }) };
}
