import { createSpeechMaker, seeded } from './speeches.ts';

const HAN = '一二三四五六七八九十';
const ASIDES = [
  '会后请各单位于XX月XX日前报送方案。',
  '到年底完成投资xx.x亿元。',
  '今年6月底前要见到实效，2026年底前全面完成。',
  '一是抓排查，逐户登记；二是抓修补，逐处验收；三是抓回访，逐条销号。',
  '重点抓好三件事。',
  '党委政府要“一盘棋”谋划，各部门要密切配合、通力协作。',
  '县水利局牵头，各乡镇（街道）配合。',
];

/**
 * A speech of about `length` characters that is written as a real one is: sections and subsections, a figure in one
 * sentence of five, series, dates, some blanks. The same one for the same seed.
 */
export function longSpeech(length: number, seed = 1): string {
  const below = seeded(seed + 100);
  const lines = ['在全县冬季生产工作会议上的讲话', '（2026年1月8日）', '同志们：'];
  const sentences = createSpeechMaker(seed)
    .speech(length * 2)
    .split('\n')
    .filter((line) => line.length > 60)
    .flatMap((line) => line.split(/(?<=。)/));
  let size = 0;
  let section = 0;
  let part = 0;
  let next = 0;
  for (let paragraph = 0; size < length && next < sentences.length; paragraph++) {
    if (paragraph % 24 === 0) {
      lines.push(
        `${HAN[section++ % 10]}、${sentences[next++]!.slice(3, 17).replace(/\d+处?|[，、。]/g, '')}`,
      );
      part = 0;
    }
    const head =
      paragraph % 6 === 0 && part < 10 ? `（${HAN[part++]}）把${'茶桥渠路库林'[below(6)]}的事办好。` : '';
    const own = Array.from({ length: 3 + below(4) }, () => plain(sentences[next++] ?? '', below(5) > 0));
    if (below(6) === 0) own.push(ASIDES[below(ASIDES.length)]!);
    const line = `　　${head}${own.join('')}`;
    lines.push(line);
    size += line.length;
  }
  return `${lines.join('\n')}\n`;
}

function plain(sentence: string, without: boolean): string {
  return without ? sentence.replace(/\d+处/g, '') : sentence;
}

/** One change of a text: `removed` characters at `at` give way to `text`. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

/** Kinds of edits as a writer makes them. */
export const EDIT_KINDS = ['typed', 'deleted', 'pasted', 'undone', 'broken'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** Makes edits of a text, one after the other; an undone one takes back the last. */
export function createWriter(seed: number): (text: string, kind: EditKind) => TextEdit {
  const below = seeded(seed);
  let back: TextEdit = { at: 0, removed: 0, text: '' };
  const made = (text: string, edit: TextEdit): TextEdit => {
    const taken = text.slice(edit.at, edit.at + edit.removed);
    back = { at: edit.at, removed: edit.text.length, text: taken };
    return { ...edit, removed: taken.length };
  };
  return (text, kind) => {
    if (kind === 'undone') return made(text, { ...back, at: Math.min(back.at, text.length) });
    const at = below(text.length + 1);
    if (kind === 'typed') return made(text, { at, removed: 0, text: TYPED[below(TYPED.length)]! });
    if (kind === 'deleted') return made(text, { at, removed: 1, text: '' });
    if (kind === 'broken') return made(text, { at, removed: 0, text: BREAKS[below(BREAKS.length)]! });
    const from = below(text.length);
    return made(text, { at, removed: below(20), text: text.slice(from, from + 50 + below(400)) });
  };
}

const TYPED = [...'的了在是抓好要、，。；：“”（）一二三0123456789xX%年月日县市局'];
const BREAKS = [
  '\n',
  '\n\n',
  '\r\n',
  '\n　　',
  '\n一、',
  '\n（二）',
  '\n- 3 -\n',
  '\n同志们：\n',
  '一是',
  '“',
  '”',
];

/** The text after an edit. */
export function applied(text: string, { at, removed, text: newText }: TextEdit): string {
  return text.slice(0, at) + newText + text.slice(at + removed);
}
