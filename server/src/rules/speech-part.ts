import { Type } from 'typebox';
import { chineseOrdinal } from '../draft/numerals.ts';
import { overlaps, type Span } from '../draft/span.ts';
import type { Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import { type Agenda, readAgenda } from '../facts/parts/agenda.ts';
import { missingParts } from '../facts/parts/missing.ts';
import type { SpeechParts } from '../facts/parts/types.ts';
import { SPEECH_KINDS, type SpeechKind } from '../lexicon/kinds.ts';

const UNDECLARED = '自动';

const options = Type.Object(
  {
    kind: Type.Enum([UNDECLARED, ...SPEECH_KINDS], {
      default: UNDECLARED,
      description: '稿子的文种；“自动”时只在标题或开头足以断定文种时才查',
    }),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'speech-part',
  title: '文种该有的部分没有：述职报告没有讲问题，主持词的议程与逐项所报不符',
  level: 'info',
  source: '惯例',
  options,
  check: (speech, { kind }, { facts }) => {
    const read = facts.ofSpeech(speech).parts;
    const declared = kind === UNDECLARED ? undefined : (kind as SpeechKind);
    const missing = missingReport(speech, read, declared);
    const asHost = declared === undefined || declared === '主持词';
    const agenda = asHost ? readAgenda(speech.paragraphs) : undefined;
    // A list in the announcement's own sentence that has another count is promised-count's finding.
    const listed =
      agenda &&
      facts
        .ofSpeech(speech)
        .promises.some(({ verdict, span }) => verdict === 'broken' && overlaps(span, agenda.span));
    const mismatch = agenda && !listed ? agendaReport(agenda) : undefined;
    return [missing, mismatch].filter((report) => report !== undefined);
  },
});

function missingReport(
  speech: Speech,
  read: SpeechParts,
  declared: SpeechKind | undefined,
): Report | undefined {
  const kind = declared ?? read.kind;
  const missing = kind ? missingParts(speech, read, kind, declared !== undefined) : [];
  const span = nameSpan(speech, read);
  if (missing.length === 0 || !span) return undefined;
  const names = missing.map(({ name }) => name).join('、');
  const usual = missing.map((part) => part.usual).join('；');
  const opening = read.evidence;
  return {
    messageId: 'missing',
    message: `本篇是${kind}，未见${names}。${kind}通常${usual}，请核是否需要补写。`,
    span,
    related:
      !declared && opening && opening.start !== span.start
        ? [{ message: `据此看作${kind}`, span: opening }]
        : [],
  };
}

/** The title, or the first line of a speech without one. */
function nameSpan({ paragraphs }: Speech, { parts }: SpeechParts): Span | undefined {
  const title = parts.find(({ name }) => name === 'title');
  const first = paragraphs[0];
  if (title || !first) return title?.span;
  const stop = first.text.search(/[，。：:！？]/);
  return first.toSource({ start: 0, end: stop > 0 ? stop : Math.min(first.text.length, 30) });
}

function agendaReport({ count, span, text, called, goesOn }: Agenda): Report | undefined {
  const numbers = called.map(({ ordinal }) => ordinal);
  const beyond = called.filter(({ ordinal }) => ordinal > count);
  const due = Array.from({ length: count }, (_, i) => i + 1).filter((n) => !numbers.includes(n));
  if (beyond.length === 0 && (due.length === 0 || (goesOn && due.length === 1 && due[0] === count)))
    return undefined;
  const below =
    beyond.length > 0
      ? `下文却报到“${beyond[beyond.length - 1]!.text}”`
      : `下文报了第${list(numbers)}项，未见第${list(due)}项`;
  return {
    messageId: 'agenda',
    message: `前面说“${text}”，${below}。主持词逐项所报的通常与议程一致，请补写或改数。`,
    span,
    related: called.map((item) => ({ message: `下文的议程：${item.text}`, span: item.span })),
  };
}

function list(numbers: readonly number[]): string {
  return numbers.map(chineseOrdinal).join('、');
}
