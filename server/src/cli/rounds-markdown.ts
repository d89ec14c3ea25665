import { describePlace } from '../draft/place.ts';
import { escapeMarkdown, markdownTable } from '../files/markdown-table.ts';
import type { ShownRound } from './rounds.ts';
import { byKind, headline, shown, topicOf, wayOf } from './rounds-words.ts';
import { printable } from './width.ts';

/** Two versions as Markdown: a table for each kind of change. */
export function roundMarkdown(round: ShownRound): string {
  const groups = byKind(round.changes).map(({ name, changes }) => {
    const rows = changes.map((change, i) => [
      String(i + 1),
      wayOf(change),
      change.old ? topicOf(change) + shown(change.old.text) : '',
      change.now ? topicOf(change) + shown(change.now.text) : '',
      printable(change.oldPlace),
      printable(change.nowPlace),
    ]);
    const table = markdownTable(['序号', '变动', '原来', '现在', '旧稿位置', '新稿位置'], rows);
    return `\n## ${name}（${changes.length}处）\n\n${table}`;
  });
  const halves = round.halves.map(({ message, span }, i) => [
    String(i + 1),
    printable(describePlace(round.now.draft, span.start)),
    printable(message),
  ]);
  const left =
    halves.length > 0
      ? `\n## 可能漏改（${halves.length}处）\n\n${markdownTable(['序号', '位置', '问题'], halves)}`
      : '';
  return `# ${escapeMarkdown(headline(round))}\n${groups.join('')}${left}`;
}
