import path from 'node:path';
import { slice } from '../draft/span.ts';
import { readKey } from '../engine/masking/key.ts';
import { type Unmasked, unmaskText } from '../engine/masking/unmask.ts';
import { isKeyName, KEY_ENDING } from '../files/drafts.ts';
import { encode } from '../files/encode.ts';
import { createFile, readExactly } from '../files/exact.ts';
import { readText } from '../files/read.ts';
import { EXIT, fail, type Shell, say } from './io.ts';
import { createPlaces } from './places.ts';
import { printable } from './width.ts';

export interface UnmaskOptions {
  readonly output?: string;
  readonly key?: string;
}

/**
 * `hegao unmask`: gives the masks of a masked copy back, also where it was edited. Settles with 1 where masks are left of
 * which it is not certain what they stand for; they are listed.
 */
export async function unmask(file: string, options: UnmaskOptions, shell: Shell): Promise<number> {
  const { key } = options;
  if (key === undefined || !isKeyName(key))
    return fail(shell, `请用 --key 写明密钥文件（以 ${KEY_ENDING} 结尾）。`);
  const decoded = readExactly(path.resolve(shell.cwd, file));
  if ('failure' in decoded) return fail(shell, `${file}：${decoded.failure}。`);
  const content = readText(path.resolve(shell.cwd, key));
  const masking = 'failure' in content ? { mistake: content.failure } : await readKey(content.text);
  if ('mistake' in masking) return fail(shell, `${key}：${masking.mistake}。`);
  const unmasked = unmaskText(decoded.text, masking);
  const bytes = encode(unmasked.text, decoded);
  const output = options.output ?? restoredName(file);
  if (!bytes)
    return fail(
      shell,
      `${output}：原文不能用 ${decoded.encoding.toUpperCase()} 编码写出；请把脱敏稿另存为 UTF-8 后再试。`,
    );
  const failure = createFile(path.resolve(shell.cwd, output), bytes);
  if (failure !== undefined) return fail(shell, `${output}：${failure}。`);
  await say(shell, `已写入 ${output}：还原${unmasked.restored}处。`);
  if (unmasked.open.length === 0) return EXIT.clean;
  await say(shell, `${unmasked.open.length}处不能确定原来是什么，记号照留，请对照原稿填写：`);
  shell.out.write(showOpen(decoded.text, unmasked));
  return EXIT.found;
}

/** 稿_还原.txt for 稿_脱敏.txt. */
function restoredName(file: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name.replace(/_脱敏$/, '')}_还原${ext}`);
}

/** Where the masks stand in the masked copy, with a few words around each. */
function showOpen(text: string, { open }: Unmasked): string {
  const places = createPlaces(text);
  return open
    .map(({ span }) => {
      const { line, column } = places.position(span.start);
      const before = text
        .slice(Math.max(0, span.start - 10), span.start)
        .split(/[\r\n]/)
        .at(-1)!;
      const after = text.slice(span.end, span.end + 10).split(/[\r\n]/)[0]!;
      return `${line}:${column} ${printable(before + slice(text, span) + after)}\n`;
    })
    .join('');
}
