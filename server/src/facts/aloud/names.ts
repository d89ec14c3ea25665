import type { Span } from '../../draft/span.ts';
import { TITLES } from './titles.ts';

/** Surnames of more than nine people in ten, and those that are read in a way of their own. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费薛雷贺倪汤滕殷罗毕郝安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪毛米贝戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童郭梅林钟徐邱骆高夏蔡田胡凌霍万柯卢莫房解应宗丁邓单洪包左石崔吉程裴陆荣翁荀甄曲车侯焦谷仇甘武刘景詹龙叶司黎白蒲卓蔺池乔谭申冉桑牛边温庄晏柴瞿阎连艾容向古易廖耿匡文欧沃师聂晁敖冷辛简饶曾关查荆游权盖丛岳帅闫朴牟习区覃仝睢';
/** Words that stand between names and never in one. */
const NOT_IN = '的在和与及对向从到由是为将把被等着了、';

/** Names, and what is like one: not to be broken over two lines. A name too many does no harm. */
const FORMS: readonly RegExp[] = [
  // 任志强县长, 王某同志
  new RegExp(`[${SURNAMES}][\\u4e00-\\u9fff]{1,2}(?=${TITLES})`, 'g'),
  // 市长任志强, 市长　李　强
  new RegExp(
    `(?<=(?:${TITLES})[ 　]{0,2})[${SURNAMES}](?:[ 　]?[\\u4e00-\\u9fff]){1,2}(?=[，。；：、！？）)\\s　]|$|主持|讲话|出席|指出|强调|作|同志)`,
    'g',
  ),
  // 李　强
  new RegExp(`(?<![\\u4e00-\\u9fff])[${SURNAMES}][ 　][\\u4e00-\\u9fff](?![\\u4e00-\\u9fff])`, 'g'),
  // 睢县, 内蒙古自治区
  new RegExp(
    `[^\\s${NOT_IN}，。；：！？“”‘’《》〈〉（）()\\d]{1,5}(?:自治[区州县旗]|省|市|县|区|州|盟|旗|镇|乡|村)`,
    'g',
  ),
  // 《政府工作报告》 “十五五”
  /《[^《》]{1,8}》|“[^“”]{1,6}”/g,
  // GDP, PM2.5, DeepSeek
  /[A-Za-z][A-Za-z\d.+-]*/g,
];

/** Spans of names in a paragraph, in the order of the forms; they may overlap. */
export function readNames(text: string): readonly Span[] {
  return FORMS.flatMap((form) =>
    Array.from(text.matchAll(form), ({ index, 0: name }) => ({ start: index, end: index + name.length })),
  );
}
