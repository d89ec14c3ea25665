import { type Form, form } from './form.ts';

/** What scanners, converters and sites print across a page; each is a line of its own. */
const WATERMARK_LINES: readonly Form[] = (
  [
    ['^(?:https?://|www\\.)[\\w./%?=&#:-]{4,80}$', 'www.example.com/fanwen/12.html'],
    ['^(?:由|使用)?[ 　]{0,9}扫描全能王[ 　]{0,9}(?:扫描)?[ 　]{0,9}创建$', '扫描全能王 创建'],
    ['^(?:Scanned (?:by|with) )?CamScanner$', 'Scanned by CamScanner'],
    [
      '^(?:Evaluation Only\\.[ 　]*)?Created with (?:an evaluation copy of )?Aspose.{0,60}$',
      'Evaluation Only. Created with Aspose.Words.',
    ],
    [
      '^(?:获取|领取|想要|想看)?更多(?:精彩|优质|免费)?(?:讲话稿|范文|资料|文章|公文|材料|内容|干货)[^，。；]{0,8}(?:关注|搜索|扫码|添加)[^，。；]{0,6}公众号[^，。；]{0,30}$',
      '更多范文请关注公众号：某某文库',
    ],
    ['^(?:微信)?公众号[：:][^，。；]{1,24}$', '微信公众号：某某文库'],
    [
      '^[（(【]?(?:内容|资料|本资料|本文|以上内容)?仅供(?:个人)?(?:学习|参考)(?:参考|交流|使用|学习)*(?:[，,、 　].{0,16})?[）)】]?$',
      '仅供学习参考，请勿外传',
    ],
    ['^版权所有[ 　，,]*(?:侵权必究|翻版必究|盗版必究|违者必究)[!！。]?$', '版权所有 侵权必究'],
    ['^[【\\[（(]?(?:水印|样张|试用版|SAMPLE|DRAFT|WATERMARK)[】\\]）)]?$', '【水印】'],
  ] as const
).map(form('watermark', 'i'));

const EDITOR = '责任编辑|责编|值班编辑|文字编辑|编辑|校对|审校|监审|终审';

/** Lines in which the editor of a page or a collection speaks. */
const NOTE_LINES: readonly Form[] = (
  [
    ['^[【\\[（(]编者按[】\\]）)].{0,90}$', '【编者按】这篇讲话重点突出，值得借鉴。'],
    ['^编者按[：:].{0,90}$', '编者按：以下是会议讲话摘要。'],
    [
      `^[【\\[（(]?(?:${EDITOR})[：:][ 　]*[\\u4e00-\\u9fff]{2,4}(?:[ 　/|｜]+(?:${EDITOR}|主编|审核)[：:][ 　]*[\\u4e00-\\u9fff]{2,4}){0,3}[】\\]）)]?$`,
      '编辑：王小明 校对：李小红',
    ],
  ] as const
).map(form('editor-note', ''));

export const NOTES_WHOLE: readonly Form[] = [...WATERMARK_LINES, ...NOTE_LINES];

/** Notes of an editor in the middle or at the end of a line. */
export const NOTES_INSIDE: readonly Form[] = (
  [
    [
      '[（(【\\[〔]编者(?:注|按)[：:][^（）()【】\\[\\]〔〕]{1,80}[）)】\\]〕]',
      '会议通过了决定〖（编者注：此处有删节）〗，请认真落实。',
    ],
    [
      `(?<=[。！？”][ 　]{0,9})[（(【\\[](?:${EDITOR})[：:][^（）()【】\\[\\]，。]{1,20}[）)】\\]]$`,
      '谢谢大家！〖（责任编辑：王小明）〗',
    ],
  ] as const
).map(form('editor-note', 'g'));
