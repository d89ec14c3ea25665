import pc from 'picocolors';
import { describePlace } from '../draft/place.ts';
import type { Draft } from '../draft/types.ts';
import type { Finding, Severity } from '../engine/types.ts';
import { excerpt } from './excerpt.ts';
import type { Io } from './io.ts';
import { createPlaces, createPlacesOf, type Places } from './places.ts';
import type { Report } from './report.ts';
import { LEVEL_NAMES, type Summary, total } from './summary.ts';
import { printable, printableLine } from './width.ts';

type Colors = ReturnType<typeof pc.createColors>;

const WIDEST = 120;
const NARROWEST = 40;

/** Findings for people: the place twice, the message, the line with carets; one line in the end. */
export function createTextReport(io: Io, allowColor: boolean): Report {
  const colors = pc.createColors(allowColor && wantsColor(io));
  const width = Math.min(WIDEST, Math.max(NARROWEST, io.columns ?? 100)) - '  │ '.length;
  return {
    begin: () => '',
    file: ({ path, draft, findings, textOf, word }) => {
      if (!draft) return '';
      const placesOf = createPlacesOf(createPlaces(draft.text), textOf);
      const shown = { path, draft, isWord: word !== undefined };
      return findings.map((f) => showFinding(f, shown, placesOf, width, colors)).join('');
    },
    end: (summary) => `${showSummary(summary, colors)}\n`,
  };
}

/** NO_COLOR and FORCE_COLOR win over the terminal (no-color.org, force-color.org). */
export function wantsColor({ env, isTTY }: Io): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTTY && env.TERM !== 'dumb';
}

/** Further places that are listed; the JSON report has them all. */
const MOST_RELATED = 20;

function showFinding(
  { ruleId, severity, message, span, related }: Finding,
  { path, draft, isWord }: { readonly path: string; readonly draft: Draft; readonly isWord: boolean },
  placesOf: (path?: string) => Places,
  width: number,
  colors: Colors,
): string {
  const where = (offset: number, other?: string): string => {
    const { line, column } = placesOf(other).position(offset);
    return `${line}:${column}`;
  };
  const named = (offset: number): string =>
    printable(describePlace(draft, offset) + (isWord ? `“${openingOf(draft, offset)}”` : ''));
  const paint = painter(severity, colors);
  const { text, indent, carets } = excerpt(draft.text, placesOf().line(span.start), span, width);
  const lines = [
    `${colors.bold(printableLine(path) + (isWord ? '' : `:${where(span.start)}`))}  ${colors.cyan(named(span.start))}`,
    `  ${paint(LEVEL_NAMES[severity])} ${printable(message)}  ${colors.dim(ruleId)}`,
    `  ${colors.dim('│')} ${text}`,
    `  ${colors.dim('│')} ${indent}${paint(carets)}`,
    ...related.slice(0, MOST_RELATED).map((r) => {
      const place = isWord && r.path === undefined ? '' : `${where(r.span.start, r.path)}  `;
      const name = r.path === undefined ? named(r.span.start) : printable(r.path);
      return `  ↳ ${place}${colors.cyan(name)}  ${printable(r.message)}`;
    }),
    ...(related.length > MOST_RELATED ? [`  ↳ 另有${related.length - MOST_RELATED}处`] : []),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** Characters of a paragraph by which a person finds it in Word, where no line numbers are seen. */
const OPENING = 12;

/** The first words of the paragraph that holds `offset`. */
function openingOf({ text }: Draft, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset));
  const words = line.trim();
  return words.length > OPENING ? `${words.slice(0, OPENING)}…` : words;
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'info':
      return colors.blue;
    case 'hint':
      return colors.dim;
  }
}

function showSummary(summary: Summary, colors: Colors): string {
  const { files, failed, counts } = summary;
  const found = total(summary);
  const levels = (Object.keys(LEVEL_NAMES) as Severity[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) => painter(severity, colors)(`${LEVEL_NAMES[severity]}${counts[severity]}处`));
  const result = found === 0 ? '没有发现问题' : `发现${found}处：${levels.join('、')}`;
  const unread = failed > 0 ? `；${colors.red(`${failed}个文件未能完成检查`)}` : '';
  if (files === failed && found === 0) return `检查${files}个文件${unread}。`;
  return `检查${files}个文件，${result}${unread}。`;
}
