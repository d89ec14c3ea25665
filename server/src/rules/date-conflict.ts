import { Type } from 'typebox';
import type { Paragraph, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import { mapSaid } from '../facts/columns.ts';
import { readSpeechDates } from '../facts/dates/speech.ts';
import type { LocalConflict, SpeechConflict, SpeechDates } from '../facts/dates/types.ts';
import type { FactMemory, ParagraphFacts } from '../facts/facts.ts';

const options = Type.Object(
  {
    date: Type.String({
      pattern: '^(?:\\d{4}(?:-\\d{1,2}(?:-\\d{1,2})?)?)?$',
      default: '',
      description: '讲话的日期（2026、2026-03 或 2026-03-05）；不写则看落款、标题和正文',
    }),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'date-conflict',
  title: '日期前后矛盾：规划期、周年、会议与年份不符，没有的日子，星期不对',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  options,
  check: (speech, { date }, { facts }) => [
    ...mapSaid(
      speech,
      facts.said(speech, conflictsIn).filter(({ index }) => !speech.paragraphs[index]!.quoted),
      localReport,
    ),
    ...datesOf(speech, date, facts).conflicts.map(speechReport),
  ],
});

const conflictsIn = ({ dates }: ParagraphFacts) => dates.conflicts;

function datesOf(speech: Speech, date: string, facts: FactMemory): SpeechDates {
  const own = facts.ofSpeech(speech);
  const [year, month, day] = date.split('-').map(Number);
  if (!year) return own.dates;
  const given = { year, ...(month ? { month } : {}), ...(day ? { day } : {}) };
  return readSpeechDates(speech, own.parts, facts, given);
}

function localReport(conflict: LocalConflict, { text, toSource }: Paragraph): Report {
  const span = toSource(conflict.span);
  const said = text.slice(conflict.span.start, conflict.span.end);
  switch (conflict.kind) {
    case 'impossible':
      return { messageId: 'impossible', span, message: `“${said}”：${conflict.reason}。请核对。` };
    case 'weekday':
      return {
        messageId: 'weekday',
        span,
        message: `这一天是${weekday(conflict.due)}，此处作${weekday(conflict.said)}。请核对日期和星期。`,
      };
    case 'backwards':
      return { messageId: 'backwards', span, message: `“${said}”起止年份倒置，请核对。` };
    case 'statement':
      return {
        messageId: 'statement',
        ...(conflict.sure ? {} : { severity: 'info' }),
        span,
        message: `${conflict.basis}应为${conflict.due}，此处作${conflict.said}。请核对。`,
        related: [{ message: `此处的年份：${conflict.said}`, span: toSource(conflict.other) }],
      };
  }
}

function speechReport(conflict: SpeechConflict): Report {
  switch (conflict.kind) {
    case 'year': {
      const [first, ...rest] = conflict.uses;
      const { claim } = conflict;
      const tense = first!.past ? '说的是已经过去的' : '写到';
      return {
        messageId: 'year',
        ...(conflict.sure ? {} : { severity: 'info' }),
        span: first!.span,
        message: `此处${tense}${first!.year}年，而本篇“${shortened(claim.text)}”，${claim.basis}。请核对年份。`,
        related: [
          { message: `据此看本篇的年份：${claim.basis}`, span: claim.span },
          ...rest.map(({ span, year }) => ({ message: `同样写作${year}年`, span })),
        ],
      };
    }
    case 'claims': {
      const { claim, against, others, sure } = conflict;
      return {
        messageId: 'claims',
        ...(sure ? {} : { severity: 'info' }),
        span: claim.span,
        message: `“${shortened(claim.text)}”：${claim.basis}；而“${shortened(against.text)}”：${against.basis}。两处不合，请核对年份。`,
        related: [against, ...others].map(({ basis, span }) => ({ message: `另一处：${basis}`, span })),
      };
    }
    case 'period': {
      const { period, others, ahead, spoken } = conflict;
      const by = spoken
        ? `讲话日期是${spoken.year}年${spoken.month}月`
        : `下文“${ahead[0]!.text}”的工作尚待完成`;
      return {
        messageId: 'period',
        ...(spoken && period.firm ? {} : { severity: 'info' }),
        span: period.span,
        message: `此处已有“${period.text}”的数据，而${by}。请核对时间或补“预计”。`,
        related: [
          ...(spoken ? [{ message: '讲话日期', span: spoken.span }] : []),
          ...ahead.map(({ text, span }) => ({ message: `尚待完成：${text}`, span })),
          ...others.map(({ text, span }) => ({ message: `同样的时段：${text}`, span })),
        ],
      };
    }
    case 'half':
      return {
        messageId: 'half',
        severity: 'info',
        span: conflict.period.span,
        message: `本篇总结上半年工作，此处却有“${conflict.period.text}”的数据。请核对时段。`,
        related: [{ message: '标题', span: conflict.title }],
      };
  }
}

function weekday(day: number): string {
  return `星期${'日一二三四五六'[day]}`;
}

function shortened(text: string): string {
  const plain = text.replace(/[“”]/g, '');
  return plain.length > 24 ? `${plain.slice(0, 23)}…` : plain;
}
