import { parseOrdinal } from '../draft/numerals.ts';
import type { Span } from '../draft/span.ts';

/** A number of points that the speaker announces: 讲三点意见. */
export interface Announcement {
  readonly count: number;
  readonly span: Span;
  readonly text: string;
}

const PROMISE =
  /(?:讲|谈|强调|提出|提|说|汇报|通报|重申|明确)(?!了|过)(?:以下|如下|这样|这么|下列)?[ 　]?([二两三四五六七八九十]{1,3}|\d{1,2})[ 　]?(?:点|个方面|方面|个|条|层)(?:的)?(?:意见|要求|问题|建议|体会|想法|看法|希望|认识|感受|意思|情况)/g;
const OWN_VOICE = /(?:我|下面|接下来|在此|在这里|借此机会|借这个机会|围绕|就)/;

/** Announcements of the speaker's own points in a paragraph; 几点 promises nothing. */
export function readPromises(text: string): readonly Announcement[] {
  const found: Announcement[] = [];
  for (const match of text.matchAll(PROMISE)) {
    const count = parseOrdinal(match[1]!);
    const clause = text.slice(Math.max(0, text.lastIndexOf('。', match.index) + 1), match.index);
    if (count === undefined || !OWN_VOICE.test(clause) || /[“《]/.test(clause.slice(-1))) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ count, span, text: match[0] });
  }
  return found;
}
