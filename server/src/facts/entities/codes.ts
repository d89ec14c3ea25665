import type { EntityKind, Sight, TaggedLine } from './types.ts';

/** Written forms that need no words to be known. */
const FORMS: readonly { readonly kind: EntityKind; readonly near: RegExp; readonly pattern: RegExp }[] = [
  // 国发〔2026〕3号 （GB/T 9704—2012 7.2.5）
  {
    kind: 'document',
    near: /号/,
    pattern: /[\u4e00-\u9fff]{1,8}[〔［[（(【](?:19|20)\d{2}[〕］\]）)】]第?\d{1,5}号/g,
  },
  // 身份证号
  { kind: 'contact', near: /\d{10}/, pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}\d{7}[\dXx](?!\d)/g },
  // 手机、座机、邮箱
  { kind: 'contact', near: /1[3-9]\d/, pattern: /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g },
  { kind: 'contact', near: /\d{7}/, pattern: /(?<![\d-])0\d{2,3}[-—－ ]?\d{7,8}(?!\d)/g },
  { kind: 'contact', near: /@/, pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/g },
];

/** Document numbers, telephone numbers, identity cards, mail addresses. */
export function readCodes({ text }: TaggedLine): Sight[] {
  return FORMS.filter(({ near }) => near.test(text)).flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: written, index }) => {
      const start = kind === 'document' ? index + leadOf(written) : index;
      const name = text.slice(start, index + written.length);
      const span = { start, end: index + written.length };
      return { kind, key: `${kind}|${name}`, name, span, sure: true };
    }),
  );
}

/** Words before the sign of the issuing office: 根据国发〔2026〕3号. */
function leadOf(written: string): number {
  return /^.*(?:根据|按照|依据|落实|印发|下发|执行|《|关于|的|和|与|及)/.exec(written)?.[0].length ?? 0;
}
