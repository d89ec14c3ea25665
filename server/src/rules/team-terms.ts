import { Type } from 'typebox';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import { readTermFaults, type TermFault } from '../facts/terms/speech.ts';
import { TERM_KINDS, type TermEntry } from '../facts/terms/types.ts';

const words = Type.Array(Type.String({ minLength: 1, maxLength: 100 }));
const month = Type.String({ pattern: '^\\d{4}(?:-\\d{2})?$' });

const entry = Type.Object(
  {
    kind: Type.Enum([...TERM_KINDS], {
      description: '禁用 banned，改用 preferred，必有 required，次序 order，统一 agree',
    }),
    forms: words,
    right: Type.Optional(Type.String({ minLength: 1 })),
    except: Type.Optional(words),
    word: Type.Optional(Type.Boolean()),
    from: Type.Optional(month),
    to: Type.Optional(month),
    severity: Type.Enum(['error', 'warning', 'info', 'hint']),
    message: Type.Optional(Type.String()),
    source: Type.Optional(Type.String()),
    title: Type.Optional(words),
  },
  { additionalProperties: false },
);

const options = Type.Object(
  {
    entries: Type.Array(entry, {
      default: [],
      description: '本单位的用词；通常写在文件里，由配置的 terms 写明',
    }),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'team-terms',
  title: '本单位的用词：禁用、改用、必有、次序、统一（terms 写明的文件，各条自定级别）',
  level: 'error',
  source: '建议',
  options,
  check: (speech, { entries }, { facts }) =>
    entries.length === 0 ? [] : readTermFaults(speech, entries as readonly TermEntry[], facts).map(report),
});

function report(fault: TermFault): Report {
  const { entry, span, other, due } = fault;
  const { kind, right, severity, message, source } = entry;
  return {
    messageId: kind,
    severity,
    message: `${message ?? usual(fault)}${source === undefined ? '' : `（依据：${source}）`}`,
    span,
    related: other ? [{ message: `本篇多写作“${due}”`, span: other }] : [],
    fixes:
      kind === 'preferred' && right !== undefined
        ? [{ title: `改为“${right}”`, safety: 'suggestion', edits: [{ span, newText: right }] }]
        : [],
  };
}

function usual({ entry, text, due }: TermFault): string {
  switch (entry.kind) {
    case 'banned':
      return `“${text}”不宜这样写，请改写。`;
    case 'preferred':
      return `“${text}”应写作“${entry.right}”，请核。`;
    case 'required':
      return `本篇未见“${entry.forms.join('”或“')}”，请补写。`;
    case 'order':
      return `“${text}”的次序不对：“${due}”应在前，请调整。`;
    case 'agree':
      return `本篇多写作“${due}”，此处写作“${text}”，请统一。`;
  }
}
