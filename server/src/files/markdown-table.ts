/** Text for a cell of a Markdown table: one line, shown as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])/, '\\$1');
}

/** A Markdown table: a row of heads, and the rows under it; cells are shown as they are. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [
    row(head.map(escapeMarkdown)),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(escapeMarkdown))),
  ].join('');
}
