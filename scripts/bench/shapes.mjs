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
