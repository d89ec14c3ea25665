import { addTo } from '../../draft/lists.ts';
import { overlaps, type Span } from '../../draft/span.ts';
import type { Draft } from '../../draft/types.ts';
import { openItems } from '../../engine/open-items.ts';
import type { Finding } from '../../engine/types.ts';
import type { FactMemory } from '../../facts/facts.ts';
import { kindName } from '../../facts/figures/kind-names.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import { nodeName } from '../../facts/tree/name.ts';
import type { OutlineNode } from '../../facts/tree/types.ts';
import type { FileResult } from '../collect.ts';
import { showFigure } from '../figures.ts';
import { createPlaces } from '../places.ts';
import { escapeXml } from './escape.ts';
import { anchorOf } from './html-text.ts';
import { OPINION_COLUMNS, opinionsOf } from './opinions.ts';

/** The outline of the draft, each entry a link into the text; empty for a draft without one. */
export function outline(draft: Draft, facts: FactMemory, id: string): string {
  const items = draft.speeches.map((speech) => list(facts.ofSpeech(speech).tree, id)).join('');
  return items === '' ? '' : `<section><h3>层次</h3>\n${items}</section>\n`;
}

function list(nodes: readonly OutlineNode[], id: string): string {
  if (nodes.length === 0) return '';
  const items = nodes.map(
    (node) =>
      `<li><a href="#${anchorOf(id, node.span.start)}">${escapeXml(nodeName(node))}</a>${list(node.children, id)}</li>`,
  );
  return `<ol class="outline">${items.join('\n')}</ol>\n`;
}

/** What is left to fill in, to be ticked off on paper. */
export function checklist(result: FileResult): string {
  const items = openItems(result);
  if (items.length === 0) return '';
  const places = createPlaces(result.draft?.text ?? '');
  const shown = items.map(({ kind, label, places: open }) => {
    const lines = open.map(({ span }) => `第${places.position(span.start).line}行`).join('、');
    return `<li>☐ ${escapeXml(`${kind} ${label}`)}（${open.length}处：${lines}）</li>\n`;
  });
  return `<section><h3>待补清单</h3>\n<ul class="open">\n${shown.join('')}</ul></section>\n`;
}

/** The 核稿意见表. */
export function opinions(result: FileResult, id: string): string {
  const rows = opinionsOf(result).map(({ place, original, problem, advice }, i) => {
    const number = `<a id="${id}-r${i + 1}" href="#${id}-m${i + 1}">${i + 1}</a>`;
    return `<tr><td>${number}</td>${cells([place, original, problem, advice, ''])}</tr>\n`;
  });
  if (rows.length === 0) return '<section><h3>核稿意见表</h3>\n<p>没有意见。</p></section>\n';
  return `<section><h3>核稿意见表</h3>\n${table(OPINION_COLUMNS, rows, 'opinions')}</section>\n`;
}

const LEDGER_COLUMNS = ['指标', '范围', '时期', '类别', '原文', '位置', '备注'] as const;

/** The ledger of figures, those of one metric together; one that is at fault names the opinions that say why. */
export function ledger(draft: Draft, findings: readonly Finding[], facts: FactMemory, id: string): string {
  const faults = faultsIn(findings);
  const places = createPlaces(draft.text);
  const rows = draft.speeches.flatMap((speech) =>
    groupsOf(facts.ofSpeech(speech).figures).flatMap((group) =>
      group.map((figure) => {
        const { indicator, scope, period, kind, text, place } = showFigure(draft, figure);
        const where = `第${places.position(figure.span.start).line}行（${place}）`;
        const own = faults.filter(({ spans }) => spans.some((span) => overlaps(span, figure.span)));
        const notes = own.map(
          ({ number, note }) => `${note}（<a href="#${id}-r${number}">意见${number}</a>）`,
        );
        const row = cells([indicator, scope, period, kindName(kind), text, where]);
        return `<tr${own.length > 0 ? ' class="conflict"' : ''}>${row}<td>${notes.join('；')}</td></tr>\n`;
      }),
    ),
  );
  if (rows.length === 0) return '';
  return `<section><h3>数据台账</h3>\n${table(LEDGER_COLUMNS, rows, 'ledger')}</section>\n`;
}

/** Figures of one metric together, in the order of their first mention; those of an unknown one left out. */
function groupsOf(figures: readonly SpeechFigure[]): readonly (readonly SpeechFigure[])[] {
  const groups = new Map<string, SpeechFigure[]>();
  for (const figure of figures) {
    if (figure.key === undefined) continue;
    addTo(groups, figure.key, figure);
  }
  return [...groups.values()];
}

/** What a rule says of a figure, for the last column. */
const FAULTS: Readonly<Record<string, string>> = {
  'metric-conflict': '前后不一',
  'metric-drafts': '与另一稿不一',
  'metric-ledger': '与口径表不符',
  'metric-arithmetic': '算不平',
};

/** Findings about figures, by the number of their opinion, with every place in this draft that they speak of. */
function faultsIn(
  findings: readonly Finding[],
): readonly { readonly number: number; readonly note: string; readonly spans: readonly Span[] }[] {
  return findings.flatMap(({ ruleId, span, related }, i) => {
    const note = FAULTS[ruleId];
    const others = related.filter(({ path }) => path === undefined).map((other) => other.span);
    return note === undefined ? [] : [{ number: i + 1, note, spans: [span, ...others] }];
  });
}

function table(columns: readonly string[], rows: readonly string[], kind: string): string {
  const head = columns.map((name) => `<th>${name}</th>`).join('');
  return `<table class="${kind}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
}

function cells(texts: readonly string[]): string {
  return texts.map((text) => `<td>${escapeXml(text)}</td>`).join('');
}
