import path from 'node:path';
import { rules } from '../rules/index.ts';
import type { FileResult } from './collect.ts';
import { createPlaces } from './places.ts';
import { printable } from './width.ts';

/** What a result says of decisions and comments that keep nothing quiet, one Chinese sentence each with its place. */
export function unusedSentences({ path: name, draft, unused }: FileResult, cwd: string): readonly string[] {
  if (!unused || !draft) return [];
  const { file = '', silences, comments } = unused;
  const relative = path.relative(cwd, file);
  const shown = relative.startsWith('..') ? file : relative;
  const places = createPlaces(draft.text);
  return [
    ...silences.map(({ rule, line, file: about, text }) => {
      const words = text === undefined ? '' : `“${printable(text)}”`;
      return `${shown}:${line} ${about} 的 ${rule}${words} 已没有可忽略的提示，可以删去这一条。`;
    }),
    ...comments.map(({ rule, span }) => {
      const { line, column } = places.position(span.start);
      const known = rule === undefined || rules.some(({ meta }) => meta.id === rule);
      const why = known
        ? `这条注释${rule === undefined ? '' : `（${rule}）`}已没有可忽略的提示，可以删去。`
        : `没有名为“${rule}”的规则。`;
      return `${printable(name)}:${line}:${column} ${why}`;
    }),
  ];
}
