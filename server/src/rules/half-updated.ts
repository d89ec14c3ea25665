import { describePlace } from '../draft/place.ts';
import type { Span } from '../draft/span.ts';
import type { Draft, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import { carryValue } from '../engine/figures/carry.ts';
import type { Edit, Fix, Report, SpeechContext } from '../engine/types.ts';
import { readHalfUpdates } from '../facts/rounds/half-updates.ts';
import { pairSpeeches } from '../facts/rounds/read.ts';
import type { HalfFigure, HalfName } from '../facts/rounds/types.ts';

export default speechRule({
  id: 'half-updated',
  title: '与上一稿相比改了一处、漏了别处：第一部分66所改为70所，第二部分还是66所',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { facts, draft, earlier }) => {
    const old = earlier && pairSpeeches(earlier, draft).find(({ now }) => now === speech)?.old;
    if (!old) return [];
    return readHalfUpdates(old, speech, facts).map((half) =>
      half.kind === 'figure' ? figureReport(half, speech, { facts, draft }) : nameReport(half, draft),
    );
  },
});

type Own = Pick<SpeechContext, 'facts' | 'draft'>;

function figureReport({ before, after, left, topic }: HalfFigure, speech: Speech, own: Own): Report {
  const { draft, facts } = own;
  const [old, now] = [before.figure.text, after.figure.text];
  const edits = left.map((one) => carryValue({ draft, speech, memory: facts }, after, one));
  const title = `${left.length > 1 ? `${left.length}处都` : '此处也'}改为与“${now}”一致`;
  return {
    messageId: 'figure',
    message: sentence({ draft, changed: after.span, old, now, topic, count: left.length }),
    span: left[0]!.span,
    related: places(
      draft,
      after.span,
      now,
      left.map(({ span }) => span),
    ),
    fixes: allOf(title, edits),
  };
}

function nameReport({ before, after, changed, left, certain }: HalfName, draft: Draft): Report {
  const edits = left.map((span) =>
    draft.text.slice(span.start, span.end) === before ? { span, newText: after } : undefined,
  );
  const said = {
    messageId: 'name',
    message: sentence({ draft, changed, old: before, now: after, topic: '', count: left.length }),
    span: left[0]!,
    related: places(draft, changed, after, left),
    fixes: allOf(`${left.length > 1 ? `${left.length}处都` : '此处也'}改为“${after}”`, edits),
  };
  return certain ? said : { ...said, severity: 'info' };
}

function sentence(half: {
  readonly draft: Draft;
  readonly changed: Span;
  readonly old: string;
  readonly now: string;
  readonly topic: string;
  readonly count: number;
}): string {
  const { draft, changed, old, now, topic, count } = half;
  const name = topic === '' ? '' : `（${topic}）`;
  const here = count > 1 ? `此处等${count}处` : '此处';
  return `${describePlace(draft, changed.start)}已把“${old}”改为“${now}”${name}，${here}仍是“${old}”。请核对是否一并修改。`;
}

function places(
  draft: Draft,
  changed: Span,
  now: string,
  left: readonly Span[],
): NonNullable<Report['related']> {
  const others = left.slice(1).map((span) => ({
    message: `这里也没有改：“${draft.text.slice(span.start, span.end)}”`,
    span,
  }));
  return [{ message: `已改为“${now}”`, span: changed }, ...others];
}

/** One fix for all places, or none where one of them could not be written. */
function allOf(title: string, edits: readonly (Edit | undefined)[]): readonly Fix[] {
  const all = edits.filter((edit) => edit !== undefined);
  return all.length === edits.length ? [{ title, safety: 'suggestion', edits: all }] : [];
}
