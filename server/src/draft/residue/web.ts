import { type Form, form } from './form.ts';

const LINK =
  '上一篇|下一篇|上一页|下一页|返回首页|返回顶部|返回列表|相关推荐|相关阅读|相关文章|推荐阅读|猜你喜欢|热门文章|更多范文|打印本页|关闭窗口|我要评论';
const TRAIL = '当前位置|您的位置|您现在的位置|浏览次数|阅读次数|点击次数|字体大小|分享到';
const CREDIT = '来源|信息来源|文章来源|稿源|作者|编辑|责任编辑|录入|发布者';
const COUNTER = '发布|更新|浏览|阅读|点击|字体|日期|时间|次数';

/** Lines of a page around the text. */
const NAVIGATION_LINES: readonly Form[] = (
  [
    [`^[【[（(]?(?:${LINK})[】\\]）)]?(?:[：:|｜>》\\s].{0,50})?$`, '下一篇：无'],
    [`^(?:${TRAIL})[：:].{0,60}$`, '当前位置：首页 > 范文 > 领导讲话'],
    [
      `^(?:${CREDIT})[：:].{0,24}(?:${COUNTER}).{0,60}$`,
      '来源：市政府办公室 发布时间：2024-03-05 浏览次数：123',
    ],
    ['^(?:发布|更新|发表)(?:时间|日期)[：:]\\s*\\d{4}.{0,60}$', '发布时间：2024-03-05'],
    ['^作者[：:]\\s*(?:佚名|未知|网络).{0,60}$', '作者：佚名'],
    ['^来源[：:]\\s*(?:网络|互联网|本站|转载).{0,60}$', '来源：网络'],
    ['^责任编辑[：:].{0,60}$', '责任编辑：王小明'],
    ['^[【[]?字体[：:].{0,60}$', '字体：【大 中 小】'],
    ['^[【[](?:打印|关闭|收藏|返回).{0,60}$', '【打印】【关闭】'],
  ] as const
).map(form('navigation', ''));

const FILE = '(?:本文档?|全文|文档|文章|范文|资料|word(?:版|文档)?|doc格式)';
const REST = '[^。]{0,60}。?[）)】\\]]?$';

/**
 * What sites say of themselves. Each begins its line and holds no second sentence, because speeches speak of downloads
 * too: `请大家点击下载客户端，积极参加答题。`
 */
const DOWNLOAD_LINES: readonly Form[] = (
  [
    [`^[（(【[]?本文档?由[^，。]{1,20}(?:整理|提供|分享|收集|上传)${REST}`, '本文由某某范文网整理，仅供参考'],
    [`^(?:点击|立即|免费|马上)?下载${FILE}?(?:全文|文档)?(?:[：:（(【].{0,40})?$`, '点击下载全文'],
    [
      `^(?!.*(?:请|可|提供|进行|开通|支持|，))[^。]{0,20}(?:${FILE}|讲话稿)(?:免费|付费)?下载(?:(?:地址|链接)?[：:（(【].{0,40})?$`,
      '动员大会讲话范文免费下载',
    ],
    [
      `^(?:本文|文章|内容|资料|图片|以上内容)?版权归(?:原?作者|网站|本站)[^。]{0,6}所有${REST}`,
      '版权归原作者所有',
    ],
    [`^(?:如有|如|若有|若)?侵权[，, ]?(?:请|联系|告知|立即)[^。]{0,12}删${REST}`, '如有侵权请联系我们删除'],
    [`^[^，。]{0,10}转载请注明${REST}`, '转载请注明出处'],
    [
      `^(?:本站|本文|以上|部分|文章|文档|资料|图文|图片|内容|均|全部)+(?:来源于|来自)(?:网络|互联网)(?=[，,。；;]|$)${REST}`,
      '本文来源于网络，仅供参考',
    ],
    ['^\\d{0,3}[ 　]*欢迎(?:您)?下载(?:使用|参考|收藏)?$', '欢迎下载使用'],
  ] as const
).map(form('download', 'i'));

const OPENS = '(?:^|(?<=[。！？；…”（(\\s]))';
const ENDS = '(?=[。！，,）)]|$)';
const EDITED = '(?:自行|任意|直接|随意|自由)?(?:编辑|修改|复制)(?:修改|使用)?';
const SITE =
  '百度文库|豆丁网|道客巴巴|原创力文档|第一文库|范文网|公文网|文秘网|文库网|范文大全网|秘书网|写作网|文档网';
const FINISHED = '(?<!打造|形成|推出|制作|编写|成为|建设|[一批部份篇])';

/** The same at the end of a line of the speech. */
const DOWNLOADS_INSIDE: readonly Form[] = (
  [
    ['(?:^|(?<=[。！？”\\s\\d]))精品文档', '〖精品文档〗'],
    [`${FINISHED}精品文档(?=[ 　\\d.…]*$)`, '让我们携手奋进〖精品文档〗'],
    [`${OPENS}下载后(?:可|均可|即可)${EDITED}${ENDS}`, '谢谢大家！〖下载后可自行编辑修改〗'],
    [`本文档(?:可|均可)?${EDITED}`, '谢谢大家！〖本文档可自行编辑〗'],
    [`(?:文档|范文|word版?)[，,]?可(?:自由|任意)?编辑修改`, '谢谢大家！〖word版可编辑修改〗'],
    [`[（(【[](?:来源[：:])?(?:${SITE})[）)】\\]]`, '谢谢大家！〖（来源：范文网）〗'],
    [
      `(?:^|(?<=[。！？；：:\\s—]|来源于?|来自|转自|摘自))(?:第一|中国|无忧|免费|好)?(?:${SITE})(?=[。！]?$)`,
      '谢谢大家！〖第一范文网〗',
    ],
  ] as const
).map(form('download', 'gi'));

const SENTENCE_HEAD = '(?:^|(?<=[。！？]))';
const SENTENCE_TAIL = '[。！？]?';
const YOU = '(?:你|您|大家|各位)';
const TEXT = '(?:范文|讲话稿|发言稿|演讲稿|主持词|文章|模板|整理)';

/** Sentences in which an editor speaks, not the speaker: they name the text that they hand over, or the editor. */
const EDITORS_SENTENCES: readonly Form[] = (
  [
    [
      `${SENTENCE_HEAD}[^。！？]{0,40}小编(?:今天|精心|特意|在这里|就)*(?:[为给]${YOU}|整理|收集)[^。！？]{0,60}${SENTENCE_TAIL}`,
      '〖下面是小编为大家整理的局长讲话稿，欢迎阅读。〗',
    ],
    [
      `${SENTENCE_HEAD}(?:以上|上面)(?:就是|是|内容)(?!我)[^。！？]{0,40}${TEXT}[^。！？]{0,6}(?:全部内容|相关内容|希望对${YOU}有)[^。！？]{0,20}${SENTENCE_TAIL}`,
      '〖以上就是动员会讲话稿的全部内容，希望对您有所帮助。〗',
    ],
    [
      `${SENTENCE_HEAD}希望(?:这篇|本篇|以上)?(?:本文|${TEXT})[^。！？]{0,20}对${YOU}有所?帮助[^。！？]{0,20}${SENTENCE_TAIL}`,
      '〖希望这篇范文对您有所帮助。〗',
    ],
  ] as const
).map(form('download', 'g'));

const ENTITY = 'nbsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|emsp|ensp|amp|lt|gt|quot';

/** What is left of a page's code. */
const CODE: readonly Form[] = [
  form('entity', 'gi')([`&(?:${ENTITY}|#\\d{2,5}|#x[0-9a-f]{2,5});`, '发展环境〖&nbsp;〗持续优化。']),
  form(
    'tag',
    'gi',
  )(['</?(?:br|p|div|span|strong|b|font|img|table|td|tr)(?: [^<>]{0,80})?/?>', '〖<br/>〗要抓好落实。']),
];

/** Lines that are text of a web page from end to end. */
export const WEB_LINES: readonly Form[] = [...NAVIGATION_LINES, ...DOWNLOAD_LINES];

/** Text of a web page on a line of the speech. */
export const WEB_INSIDE: readonly Form[] = [...DOWNLOADS_INSIDE, ...EDITORS_SENTENCES, ...CODE];
