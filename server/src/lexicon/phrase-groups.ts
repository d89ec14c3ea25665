/** What set wording does in a speech. `counted`: it belongs to the measure of density; the rest is listed only. */
export interface PhraseGroup {
  readonly name: string;
  readonly purpose: string;
  readonly counted: boolean;
}

const group = (name: string, purpose: string, counted = false): PhraseGroup => ({ name, purpose, counted });

/** The groups by the letters that the compiled list has for them. */
export const PHRASE_GROUPS: Readonly<Record<string, PhraseGroup>> = {
  a: group('开头', '点题、称谓、致意'),
  b: group('形势', '讲形势、讲背景'),
  c: group('过渡', '承上启下', true),
  d: group('强调', '强调重要、要求坚决', true),
  e: group('认识', '提高认识、统一思想', true),
  f: group('成绩', '讲成绩'),
  g: group('问题', '讲问题'),
  h: group('目标', '讲目标、总要求'),
  i: group('措施', '部署措施', true),
  j: group('落实', '抓落实、督查', true),
  k: group('作风', '讲作风、自身建设'),
  l: group('结尾', '号召、收尾', true),
  m: group('主持词', '主持会议'),
  n: group('表态', '表态、述职、任职'),
  o: group('致辞', '祝贺、祝愿'),
  p: group('四字', '四字格和比喻', true),
  q: group('用语', '工作用语，只列不计'),
  r: group('固定提法', '固定提法，只列不计，不提供换法'),
  z: group('本单位', '本单位自己的说法', true),
};

/** Letter of the group of fixed wording: never counted, never given an alternative. */
export const FIXED = 'r';
/** Letter of the group of working terms: listed only. */
export const TERM = 'q';
/** Letter of the group of a team's own phrases. */
export const OWN = 'z';
