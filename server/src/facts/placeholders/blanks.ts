import { MASK } from './alphabet.ts';
import type { Form } from './form.ts';
import { BLANK_COUNT, BLANK_UNIT } from './units.ts';

const OPEN = '[（(【\\[〔{]';
const CLOSE = '[）)】\\]〕}]';
const INSIDE = '[^（()）【】\\[\\]〔〕{}]';

/** Something that is still to come. */
const PENDING =
  '(?:待|需|还需|有待|亟待)(?:补充|补|填写|填|定|核实|核对|核定|核|查实|查|完善|更新|确认|提供|明确)(?:数据|数字|内容|案例|事例|材料|名单)?';
/** An order to whoever goes on with the draft. */
const ORDER =
  '请(?:[\\u4e00-\\u9fff]{0,8})?(?:补充|补齐|填写|核实|核对|核定|审核|确认|提供|核|填)(?!表|报)|此处|此段|此句|这里(?:补|插|加|放|需|写)|插入|补充(?:数据|数字|内容|案例|事例|典型|材料|一|[\\u4e00-\\u9fff]{0,4}情况)|填写|填入|数据待|TODO|TBD';
/** Stage directions and notices that begin like an order. */
const NO_ORDER =
  /此处.{0,4}(?:掌声|鼓掌|停顿|起立|稍停|省略号)|于.{0,12}(?:前|内|日)|规定|登录|扫|拨打|参[见照考]|见附/;

/** Words of a template in brackets: 【单位名称】. */
const FIELD =
  '(?:填|填写)?(?:单位名称|单位|姓名|职务|地名|地点|公司名称|企业名称|公司名|项目名称|学校名称|学校名|会议名称|具体数字|具体数据|数字|数据|数值|年份|日期|时间|城市名?|[省市县区]名称?|领导姓名|人名|名称|金额|百分比|主题)';

/** Who is asked for a figure: an office, a post, 老张. */
const ASKED =
  '(?:局|办|委|部|科|处|室|厅|院|站|股|中心|公司|集团|单位|部门|同志|主任|局长|科长|处长|联|县区|各县|各区|乡镇|街道|学校|财政|统计|发改|教育|人社|工信|住建|水利|农业|老[\\u4e00-\\u9fff]|小[\\u4e00-\\u9fff])';
const DOES =
  '(?:再|负责|分别|进一步|帮忙|协助|牵头)?(?:核实|核对|核一下|核|提供数据|提供|补充|补|供稿|填报|填|再核|更新)';
/** It has been done, or says whose figures they are. */
const SETTLED =
  /^.(?:经|已|以|据|凭|应|须|依|未经|本|数据来源|资料来源|来源|图片?由|.{0,6}(?:数据|资料|图片|照片)由)/;

const QUESTION = '[?？]';
const UNIT_NEXT = new RegExp(`^(?:${BLANK_UNIT}|${BLANK_COUNT})`);
/** What goes before waits for a figure. */
const OPEN_END = new RegExp(`(?:增长|下降|完成|达到?|实现|共|约|为|${MASK})$`);
/** What a person or an office left blank does: `（　）是` is a box to tick. */
const DUTY_NEXT =
  /^(?:具体|共同|分别|全面)?(?:负责|牵头|配合|承担|主办|协办|承办|组织|主持|落实|督办|陪同|参加|同志|书记|主任|局长|部门|单位|等)/;
/** Prose, not a row of a table. */
const prose = (_: string, before: string, after: string): boolean =>
  /[，。；、]/.test(before.slice(-200)) || /[，。；、]/.test(after.slice(0, 200));

/** Marks and gaps that are neither masks of a figure nor of a name. */
export const BLANKS: readonly Form[] = [
  // 【待补充】（数据待核）〔请核实〕
  {
    kind: 'blank',
    pattern: new RegExp(`${OPEN}${INSIDE}{0,10}${PENDING}(?=[^\\u4e00-\\u9fff])${INSIDE}{0,20}${CLOSE}`, 'g'),
    accept: (match) => !/(?:短板|漏洞|弱项).{0,2}待/.test(match),
  },
  {
    kind: 'blank',
    pattern: new RegExp(
      `${OPEN}(?:${ORDER}|[^（()）【】\\[\\]]{1,8}(?:TODO|TBD|待补))${INSIDE}{0,30}${CLOSE}`,
      'g',
    ),
    accept: (match) => !NO_ORDER.test(match),
  },
  {
    kind: 'blank',
    pattern: new RegExp(`[【\\[〔{]${FIELD}[】\\]〕}]`, 'g'),
    accept: (_, before, after) =>
      /[\u4e00-\u9fff“《，、\d]$/.test(before) || /^(?:同志|先生|女士|的|[%％])/.test(after),
  },
  // （统计局核）【请财政局提供】（老张再核）（核）（？）
  {
    kind: 'blank',
    pattern: new RegExp(`${OPEN}(?:请|由|待)?[^（()），。：；【】\\[\\]]{0,14}${ASKED}${DOES}${CLOSE}`, 'g'),
    accept: (match, before, after) =>
      !SETTLED.test(match) &&
      (!/^.由.*(?:提供|供稿|填报)/.test(match) || UNIT_NEXT.test(after) || OPEN_END.test(before.slice(-4))),
  },
  { kind: 'blank', pattern: new RegExp(`${OPEN}${INSIDE}{0,10}(?:再核|再核实|核一下)${CLOSE}`, 'g') },
  { kind: 'blank', pattern: new RegExp(`${OPEN}(?:核|存疑|${QUESTION}{1,3})${CLOSE}`, 'g') },
  {
    kind: 'blank',
    pattern: /(?<=[：:] ?)(?:待定|待补充?|待填写?|待核实?|待确认|待通知)(?=[。；，、）)]|$)/g,
  },
  { kind: 'blank', pattern: /(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/g },
  // ____ 【】 （　　） 《　　》 “　　”
  {
    kind: 'blank',
    pattern: /(?<![A-Za-z0-9_＿])[_＿]{2,}(?![A-Za-z0-9_＿])/g,
    accept: (_, before, after) => before.trim() !== '' || after.trim() !== '',
  },
  {
    kind: 'blank',
    pattern: /【[ 　…]*】|\[[ 　…]*\]|〔[ 　…]*〕/g,
    accept: (_, before, after) =>
      !/(?:^|[\s])[-*+] ?$|[A-Za-z\])]$/.test(before.slice(-4)) && !/^[(（]/.test(after),
  },
  {
    kind: 'blank',
    pattern: /（[ 　]*）|\([ 　]*\)/g,
    accept: (match, before, after) =>
      /[\u4e00-\u9fff]$/.test(before) &&
      !/^[内里中]/.test(after) &&
      (UNIT_NEXT.test(after) || match.length > 3 || prose(match, before, after)),
  },
  // （　　）负责
  {
    kind: 'blank',
    pattern: /（[ 　]+）|\([ 　]+\)/g,
    accept: (_, before, after) => /(?:^|[\s，。；、：])$/.test(before) && DUTY_NEXT.test(after),
  },
  { kind: 'blank', pattern: /《[ 　…]*》|“[ 　]+”/g },
  // 　　亿元 ……亿元 ？？亿元 ？？？
  {
    kind: 'blank',
    pattern: new RegExp(
      `(?<=[\\u4e00-\\u9fff（(])[ 　]{2,60}(?:${BLANK_UNIT}|[十百千]?[万亿]?${BLANK_COUNT})`,
      'g',
    ),
    accept: prose,
  },
  { kind: 'blank', pattern: /(?<=[\u4e00-\u9fff（(])[ 　](?:[%％]|[万亿]元)/g, accept: prose },
  { kind: 'blank', pattern: new RegExp(`(?<![….])(?:…{1,6}|\\.{3,6})(?:${BLANK_UNIT})`, 'g') },
  {
    kind: 'blank',
    pattern: new RegExp(
      `(?<![?？])[?？]{2,6}(?:${BLANK_UNIT})|(?<=[为达约长降到至超成])[?？](?:[十百千]?[万亿]元|[%％]|个百分点)`,
      'g',
    ),
  },
  { kind: 'blank', pattern: /(?<=[为达约共到至：:])[?？]{3,6}(?=[，、；。])/g },
];
