import type { ResidueReason } from '../draft/types.ts';
import { residueRule } from './shared/residue-rule.ts';

const WHAT: Readonly<Record<ResidueReason, string>> = {
  'page-number': '页码',
  'collection-label': '范文合集的篇目标签',
  'title-tag': '网站加在标题后的标签',
  navigation: '网页的导航文字',
  download: '下载网站的说明文字',
  watermark: '水印文字',
  'editor-note': '编者的说明',
  'doubled-title': '重复的标题',
  entity: '网页代码（HTML 实体）',
  tag: '网页代码（HTML 标签）',
};

export default residueRule({
  id: 'leftover-web-text',
  title: '网页残留：第N篇：…、上一篇、下载后可修改、编者注、水印、&nbsp;',
  kind: 'web-text',
  message: (text, reason) => `“${text}”像是${WHAT[reason]}，不是讲话内容，请删去。`,
});
