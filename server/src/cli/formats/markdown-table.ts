import { printable } from '../width.ts';
import { escapeMarkdown } from './escape.ts';

/** A Markdown table: a row of heads, and the rows under it; cells are shown as they are. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const shown = (cells: readonly string[]) => cells.map((cell) => escapeMarkdown(printable(cell)));
  return [row(shown(head)), row(head.map(() => '---')), ...rows.map((cells) => row(shown(cells)))].join('');
}
