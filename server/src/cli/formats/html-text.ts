import type { Draft } from '../../draft/types.ts';
import type { FactMemory } from '../../facts/facts.ts';
import type { OutlineNode } from '../../facts/tree/types.ts';
import { LEVEL_NAMES } from '../summary.ts';
import { escapeXml } from './escape.ts';
import type { ShownFinding } from './findings.ts';
import { strongest } from './levels.ts';

/** Name of the place where a node of the outline begins. */
export function anchorOf(id: string, start: number): string {
  return `${id}-o${start}`;
}

/** Everything in the trees of a draft, each node before its children. */
export function outlineNodes(draft: Draft, facts: FactMemory): readonly OutlineNode[] {
  const all = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);
  return draft.speeches.flatMap((speech) => all(facts.ofSpeech(speech).tree));
}

/**
 * The whole text with every finding marked in place; where findings overlap each piece has the strongest level.
 * A mark ends with the number of its row in the table of opinions. One sweep over the text.
 */
export function markedText(
  draft: Draft,
  findings: readonly ShownFinding[],
  facts: FactMemory,
  id: string,
): string {
  const { text } = draft;
  const anchors = new Set(outlineNodes(draft, facts).map(({ span }) => span.start));
  const cuts = new Set([0, text.length, ...anchors]);
  const starting = new Map<number, number[]>();
  const ending = new Map<number, number[]>();
  findings.forEach(({ finding: { span } }, i) => {
    cuts.add(span.start).add(span.end);
    starting.set(span.start, [...(starting.get(span.start) ?? []), i]);
    ending.set(span.end, [...(ending.get(span.end) ?? []), i]);
  });
  const offsets = [...cuts].sort((a, b) => a - b);
  const open = new Set<number>();
  const out: string[] = [];
  offsets.forEach((at, i) => {
    const here = starting.get(at) ?? [];
    const empty = here.filter((n) => findings[n]!.finding.span.end === at);
    for (const n of ending.get(at) ?? []) open.delete(n);
    if (anchors.has(at)) out.push(`<span id="${anchorOf(id, at)}"></span>`);
    if (empty.length > 0)
      out.push(`<mark class="${levelOf(empty, findings)}">‸${numbers(empty, findings, id)}</mark>`);
    for (const n of here) if (!empty.includes(n)) open.add(n);
    const piece = escapeText(text.slice(at, offsets[i + 1] ?? at));
    if (piece === '') return;
    const ended = [...open].filter((n) => findings[n]!.finding.span.end === offsets[i + 1]);
    out.push(
      open.size === 0
        ? piece
        : `<mark class="${levelOf([...open], findings)}">${piece}${numbers(ended, findings, id)}</mark>`,
    );
  });
  return `<div class="text">${out.join('')}</div>\n`;
}

function levelOf(open: readonly number[], findings: readonly ShownFinding[]): string {
  return strongest(open.map((n) => findings[n]!.finding)) ?? '';
}

function numbers(ended: readonly number[], findings: readonly ShownFinding[], id: string): string {
  return ended
    .map((n) => {
      const { severity, message } = findings[n]!.finding;
      const title = escapeXml(`${LEVEL_NAMES[severity]}：${message}`);
      return `<a id="${id}-m${n + 1}" href="#${id}-r${n + 1}" title="${title}">${n + 1}</a>`;
    })
    .join('');
}

/** Line ends stay as they are. */
function escapeText(text: string): string {
  return text
    .split(/(\r\n|\r|\n)/)
    .map((piece, i) => (i % 2 === 1 ? '\n' : escapeXml(piece)))
    .join('');
}
