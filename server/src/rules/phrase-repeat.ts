import { Type } from 'typebox';
import { steppedRule } from '../engine/define.ts';
import { apart } from '../facts/repeats/apart.ts';
import { findRepeats, type Tokened } from '../facts/repeats/find.ts';
import { type JudgedRepeat, judgeRepeat, type RepeatKind } from '../facts/repeats/judge.ts';
import { findRows } from '../facts/repeats/rows.ts';

const options = Type.Object(
  {
    length: Type.Integer({ minimum: 4, maximum: 40, default: 6, description: '至少几个字才算一个说法' }),
    times: Type.Integer({ minimum: 3, maximum: 100, default: 5, description: '一篇里用到几次才提示' }),
    near: Type.Integer({ minimum: 2, maximum: 100, default: 3, description: '挨得近的用到几次就提示' }),
    limit: Type.Integer({ minimum: 1, maximum: 50, default: 5, description: '一篇最多提示几处' }),
  },
  { additionalProperties: false },
);

export default steppedRule({
  id: 'phrase-repeat',
  title: '同一说法反复出现：句句以“各县（市、区）要”开头，几行里说了三遍',
  level: 'info',
  source: '建议',
  options,
  *steps(speech, { length, times, near, limit }, { facts, words }) {
    const paragraphs: Tokened[] = [];
    for (const paragraph of speech.paragraphs) {
      if (paragraph.role !== 'body' && paragraph.role !== 'heading') continue;
      const { tokens } = facts.of(paragraph.text);
      if (tokens) paragraphs.push({ paragraph, tokens });
      yield;
    }
    const repeats: JudgedRepeat[] = [];
    for (const repeat of yield* findRepeats(paragraphs, length)) {
      const judged = judgeRepeat(repeat, speech, { length, times, near }, words());
      if (judged) repeats.push(judged);
      yield;
    }
    const judged = [...findRows(paragraphs, length, near + 1), ...repeats].sort(
      (a, b) => weight(b) - weight(a) || a.places[0]!.distance - b.places[0]!.distance,
    );
    return apart(judged, limit).map((repeat) => {
      const [first, ...others] = shown(repeat)
        .slice(0, 1 + MOST_RELATED)
        .map(({ paragraph, span }) => paragraph.toSource(span));
      return {
        messageId: repeat.kind,
        message: MESSAGES[repeat.kind](repeat),
        span: first!,
        related: others.map((span, i) => ({ message: `第${i + 2}次出现`, span })),
      };
    });
  },
});

/** Further places that are pointed at. */
const MOST_RELATED = 10;

const MESSAGES: Readonly<Record<RepeatKind, (repeat: JudgedRepeat) => string>> = {
  addressee: ({ text, close }) => `有${close.length}句都以“${text}”开头，可合并要求或省去称呼。`,
  row: ({ text, close }) => `“${text}”在一处并列里写了${close.length}次，可合并为一次。`,
  crowded: ({ text, close, places }) =>
    `“${text}”几行之内用了${close.length}次${places.length > close.length ? `（本稿共${places.length}次）` : ''}，可酌情精简或换个说法。`,
  often: ({ text, places }) => `“${text}”本稿用了${places.length}次，可酌情精简或换个说法。`,
  long: ({ text, places }) => `“${text}”这一长句本稿说了${places.length}遍，可酌情精简或换个说法。`,
};

/** The places to point at: those that make the repetition; every one of an addressee. */
function shown({ kind, close, places }: JudgedRepeat): JudgedRepeat['places'] {
  return kind === 'addressee' ? places : close;
}

/** What is noticed first: rows of the same opening, then what stands close together, then length and number. */
function weight({ kind, text, close }: JudgedRepeat): number {
  const first = { addressee: 400, row: 300, crowded: 100, often: 50, long: 100 }[kind];
  return first + (close.length - 1) * text.length;
}
