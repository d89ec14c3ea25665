import type { Residue, ResidueReason } from './types.ts';

/** A pattern of residue inside a line; the first group, where there is one, is the residue. */
interface Form {
  readonly kind: Residue['kind'];
  readonly reason: ResidueReason;
  readonly pattern: RegExp;
}

const NUMBER = '[一二三四五六七八九十百\\d]{1,4}';
const DASH = '[-—–－─]';
const GENRE = '讲话稿?|发言稿?|致辞|致词|演讲稿|主持词|报告|总结|范文|汇报|党课|提纲';
const SITE =
  '百度文库|豆丁网|道客巴巴|原创力文档|第一文库|范文网|公文网|文秘网|文库网|范文大全网|秘书网|写作网|文档网';

/** Lines that are residue from end to end. */
const WHOLE: readonly Form[] = [
  {
    kind: 'page-number',
    reason: 'page-number',
    pattern: new RegExp(`^${DASH}{1,2} ?[\\d０-９]{1,3} ?${DASH}{1,2}$`),
  },
  { kind: 'page-number', reason: 'page-number', pattern: /^第 ?\d{1,3} ?页(?:[ ，,/]*共 ?\d{1,3} ?页)?$/ },
  {
    kind: 'page-number',
    reason: 'page-number',
    pattern: /^(?:Page \d{1,3}(?: ?(?:\/|of) ?\d{1,3})?|\d{1,3} of \d{1,3})$/i,
  },
  {
    kind: 'web-text',
    reason: 'collection-label',
    pattern: new RegExp(`^[【\\[（(]?第${NUMBER}篇[】\\]）)]?[：:]`),
  },
  {
    kind: 'web-text',
    reason: 'collection-label',
    pattern: new RegExp(`^[【\\[]?(?:篇|范文|样本)${NUMBER}[】\\]]?[：:]?[^。；]{0,40}$`),
  },
  { kind: 'web-text', reason: 'collection-label', pattern: new RegExp(`^篇(?:${NUMBER})?$`) },
  // …讲话 第N篇  …发言稿篇1
  {
    kind: 'web-text',
    reason: 'collection-label',
    pattern: new RegExp(
      `^[^。；！？]{2,40}(?:${GENRE})[ 　]*[（(【]?(?:第${NUMBER}篇|篇${NUMBER}|范文${NUMBER})[）)】]?[：:]?$`,
    ),
  },
  {
    kind: 'web-text',
    reason: 'navigation',
    pattern:
      /^(?:[【[（(]?(?:上一篇|下一篇|上一页|下一页|返回首页|返回顶部|返回列表|相关推荐|相关阅读|相关文章|推荐阅读|猜你喜欢|热门文章|更多范文|打印本页|关闭窗口|我要评论)[】\]）)]?)(?:[：:|｜>》\s].{0,50})?$/,
  },
  {
    kind: 'web-text',
    reason: 'navigation',
    pattern: /^(?:当前位置|您的位置|您现在的位置|浏览次数|阅读次数|点击次数|字体大小|分享到)[：:].{0,60}$/,
  },
  {
    kind: 'web-text',
    reason: 'navigation',
    pattern:
      /^(?:(?:来源|信息来源|文章来源|稿源|作者|编辑|责任编辑|录入|发布者)[：:].{0,24}(?:发布|更新|浏览|阅读|点击|字体|日期|时间|次数)|(?:发布|更新|发表)(?:时间|日期)[：:]\s*\d{4}|作者[：:]\s*(?:佚名|未知|网络)|来源[：:]\s*(?:网络|互联网|本站|转载)|责任编辑[：:]|[【[]?字体[：:]|[【[](?:打印|关闭|收藏|返回)).{0,60}$/,
  },
  {
    kind: 'web-text',
    reason: 'download',
    pattern:
      /^.{0,20}(?:本文档?由.{0,20}(?:整理|提供|分享|收集)|(?:点击|立即|word版?|doc格式)下载|下载(?:本文|全文|文档|word)|(?:文档|范文|资料|全文)(?:免费|付费)?下载|版权归(?:原?作者|网站|本站).{0,6}所有|侵权.{0,6}(?:请|联系|告知|立即).{0,8}删除?|转载请注明|(?:内容|文章|资料|本文)(?:来源于|来自)(?:网络|互联网)).{0,40}$/i,
  },
];

/** Residue inside a line. */
const INSIDE: readonly Form[] = [
  { kind: 'page-number', reason: 'page-number', pattern: /(?<![\d\w.%％‰）)—–-])(-\d{1,3}-)(?![\d\w—–-])/g },
  {
    kind: 'page-number',
    reason: 'page-number',
    pattern: /(?:^|(?<=[。！？；”])) ?([—–─] \d{1,3} [—–─])(?=\s|$|[\u4e00-\u9fff])/g,
  },
  { kind: 'web-text', reason: 'collection-label', pattern: new RegExp(`^(篇${NUMBER}[ 　])(?=\\S)`, 'g') },
  {
    kind: 'web-text',
    reason: 'title-tag',
    pattern: new RegExp(
      `[[【](?:大全|通用|精选|合集|热门|最新|优秀|推荐|必备|汇总|模板)?(?:版|\\d{0,2} ?篇|[一二三四五六七八九十]{0,3}篇)?[\\]】]$|` +
        `^[（(](?:大全|通用|精选|合集|范文)[）)]$|(?<=(?:${GENRE})[ 　]*)[（(](?:(?:大全|通用|精选|合集|热门|最新|优秀|推荐|必备|汇总|模板|范文)(?:版|\\d{1,2} ?篇|[一二三四五六七八九十]{1,3}篇)?|(?:共|汇编)?(?:\\d{1,2}|[二三四五六七八九十]{1,3}) ?篇)[）)]$`,
      'g',
    ),
  },
  {
    kind: 'web-text',
    reason: 'download',
    pattern:
      /精品文档|下载后(?:可|均可|即可)(?:自行|任意|直接|随意|自由)?(?:编辑|修改|复制|打印)(?:使用|修改)?|本文档(?:可|均可)?(?:自行|任意|直接|随意)?(?:编辑|修改|复制)(?:使用)?|欢迎下载(?:使用|参考|收藏)?(?=[。！!，,]?$)|(?:文档|范文|word版?|内容)[，,]?可(?:自由|任意)?编辑修改|可编辑修改$/g,
  },
  {
    kind: 'web-text',
    reason: 'download',
    pattern: new RegExp(`[（(【[](?:来源[：:])?(?:${SITE})[）)】\\]]|(?:${SITE})(?=[。！]?$)`, 'g'),
  },
  {
    kind: 'web-text',
    reason: 'download',
    pattern:
      /(?:^|(?<=[。！？]))[^。！？]{0,40}小编(?:为|给|今天|精心|整理|就|在这里)[^。！？]{0,60}[。！？]?|(?:^|(?<=[。！？]))(?:以上|上面)(?:就是|是|内容)(?!我)[^。！？]{0,40}(?:全部内容|相关内容|希望对(?:你|您|大家)有)[^。！？]{0,20}[。！？]?|(?:^|(?<=[。！？]))希望(?:这篇|以上(?:内容|文章|范文)|本文)[^。！？]{0,30}对(?:你|您|大家)有所?帮助[^。！？]{0,20}[。！？]?/g,
  },
  {
    kind: 'web-text',
    reason: 'entity',
    pattern:
      /&(?:nbsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|emsp|ensp|amp|lt|gt|quot|#\d{2,5}|#x[0-9a-f]{2,5});/gi,
  },
  {
    kind: 'web-text',
    reason: 'tag',
    pattern: /<\/?(?:br|p|div|span|strong|b|font|img|table|td|tr)(?: [^<>]{0,80})?\/?>/gi,
  },
];

/** Cheap refusal: a line without any of these characters or words holds no residue inside. */
const SUSPECT = /[-—–─&<[（(【篇]|文档|文库|网[。！]?$|下载|可编辑|小编|全部内容|相关内容|帮助/;

/**
 * Residue of one physical line (practice: what collections, page layout and copying leave behind).
 * `base` is the source offset of the line.
 */
export function lineResidue(line: string, base: number): Residue[] {
  const lead = line.length - line.trimStart().length;
  const text = line.trim();
  if (text === '') return [];
  if (text.length <= 90) {
    for (const { kind, reason, pattern } of WHOLE) {
      if (!pattern.test(text)) continue;
      return [
        { span: { start: base + lead, end: base + lead + text.length }, kind, reason, wholeLine: true },
      ];
    }
  }
  if (!SUSPECT.test(text)) return [];
  const found: Residue[] = [];
  for (const { kind, reason, pattern } of INSIDE) {
    for (const match of text.matchAll(pattern)) {
      const residue = match[1] ?? match[0];
      if (reason === 'title-tag' && (residue.length < 4 || text.length > 60)) continue;
      const start = base + lead + match.index + match[0].indexOf(residue);
      found.push({ span: { start, end: start + residue.length }, kind, reason, wholeLine: false });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
