import type { OutlineNode } from './types.ts';

/** A node as an outline shows it: `（二）抓项目`, `一是强产业`, `第一章 总则`, `——结构更优`, `农业方面`. Never empty. */
export function nodeName({ style, marker, title }: OutlineNode): string {
  return style === 'part' && title !== '' ? `${marker} ${title}` : `${marker}${title}`;
}
