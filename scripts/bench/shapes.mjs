// Texts that a careless check would take too long over. Each is about `characters` long.
import { draftText } from './drafts.mjs';

const filled = (characters, part) => {
  const parts = [];
  for (let i = 0, size = 0; size < characters; i++) {
    const next = part(i);
    parts.push(next);
    size += next.length;
  }
  return parts.join('').slice(0, characters);
};

const nested = (characters, open, close) => {
  const depth = Math.floor(characters / 2);
  return open.repeat(depth) + close.repeat(depth);
};

const SIZES = [10_000, 50_000, 200_000, 1_000_000];

const HAN = [...'一二三四五六七八九'];

/** Name → text of so many characters. */
export const SHAPES = {
  平常的稿子: (characters) => draftText(5, characters),
  一行到底: (characters) => draftText(6, characters).replaceAll('\n', ''),
  全是标题: (characters) => filled(characters, (i) => `${HAN[i % 9]}、抓好工作\n`),
  全是占位符: (characters) => filled(characters, () => '建成XX个，'),
  同一指标: (characters) => filled(characters, (i) => `粮食产量${i + 1}吨。${i % 20 === 19 ? '\n' : ''}`),
  层层括号: (characters) => nested(characters, '（', '）'),
  全是引号: (characters) => '“'.repeat(characters),
  同一个字: (characters) => '的'.repeat(characters),
  同一个数字: (characters) => '9'.repeat(characters),
  全是空行: (characters) => '\n'.repeat(characters),
};

/** Shape → the sizes in characters that it is measured at: 10,000 to 1,000,000, and what one asks for by number. */
export const MEASURED = {
  平常的稿子: SIZES,
  // 10 MB in UTF-8.
  一行到底: [...SIZES, 3_500_000],
  // 100,000 headings of 7 characters, 100,000 masks of 6, 50,000 figures of about 11.
  全是标题: [...SIZES, 700_000],
  全是占位符: [...SIZES, 600_000],
  同一指标: [...SIZES, 550_000],
  层层括号: SIZES,
  全是引号: SIZES,
  同一个字: SIZES,
  同一个数字: SIZES,
  全是空行: SIZES,
};
