import path from 'node:path';
import { isClassified } from '../draft/classified.ts';
import { writeKey } from '../engine/masking/key.ts';
import { KIND_LABELS, kindsOf, type MaskWord } from '../engine/masking/kinds.ts';
import { type Masking, maskText } from '../engine/masking/mask.ts';
import { readEntities } from '../facts/entities/read.ts';
import type { Entity } from '../facts/entities/types.ts';
import type { Decoded } from '../files/decoding.ts';
import { isKeyName, KEY_ENDING } from '../files/drafts.ts';
import { encode } from '../files/encode.ts';
import { createFile, readExactly } from '../files/exact.ts';
import { readText } from '../files/read.ts';
import { removeQuietly } from '../files/whole.ts';
import { createWordSource } from './figures.ts';
import { EXIT, fail, type Shell, say } from './io.ts';
import { createPlaces } from './places.ts';
import { printableLine, textWidth } from './width.ts';

export interface MaskOptions {
  readonly output?: string;
  readonly key?: string;
  readonly what?: readonly MaskWord[];
  readonly keep?: readonly string[];
  readonly also?: string;
  readonly numbered?: true;
  readonly list?: true;
}

/** `hegao mask`: a copy of a finished speech without names and places, and the key to undo it. Settles with the exit code. */
export async function mask(file: string, options: MaskOptions, shell: Shell): Promise<number> {
  const decoded = readExactly(path.resolve(shell.cwd, file));
  if ('failure' in decoded) return fail(shell, `${file}：${decoded.failure}。`);
  const also = readAlso(options.also, shell.cwd);
  if ('failure' in also) return fail(shell, `${options.also}：${also.failure}。`);
  const wish = { kinds: kindsOf(options.what), keep: options.keep ?? [], also: also.words };
  const entities = readEntities(decoded.text, createWordSource()(), wish);
  const masking = maskText(decoded.text, entities, options.numbered === true);
  if (options.list) {
    shell.out.write(showEntities(decoded.text, entities, masking));
    return EXIT.clean;
  }
  if (isClassified(decoded.text))
    return fail(shell, `${file}：稿子标有密级，不生成脱敏稿：隐去名称并不解密，请按保密规定办理。`);
  const output = options.output ?? maskedName(file);
  const mistake = keyMistake(options.key, output);
  if (options.key === undefined || mistake !== undefined) return fail(shell, mistake ?? '');
  const failure = await writeBoth(masking, decoded, { output, key: options.key }, shell.cwd);
  if (failure !== undefined) return fail(shell, failure);
  const count = `${entities.length}项、${masking.places.length}处`;
  await say(shell, `已写入 ${output}：隐去${count}。发出以前请有人从头看一遍，机器不能保证没有遗漏。`);
  await say(shell, `密钥 ${options.key} 与原稿同样保管，不要一起发出。`);
  const warning = await (await import('./mask-git.ts')).gitWarning(path.resolve(shell.cwd, options.key));
  if (warning !== undefined) await say(shell, warning);
  return EXIT.clean;
}

function keyMistake(key: string | undefined, output: string): string | undefined {
  if (key === undefined)
    return `请用 --key 写明密钥存放的文件，如 --key 稿${KEY_ENDING}；只看要隐去哪些，用 --list。`;
  if (!isKeyName(key)) return `密钥文件的名字应以 ${KEY_ENDING} 结尾，核查、归档才会避开它。`;
  return path.resolve(output) === path.resolve(key) ? '脱敏稿和密钥要分两个文件存放。' : undefined;
}

/** The key first: without it the masked copy could not be undone. */
async function writeBoth(
  masking: Masking,
  decoded: Decoded,
  { output, key }: { readonly output: string; readonly key: string },
  cwd: string,
): Promise<string | undefined> {
  const content = encode(masking.text, decoded);
  if (!content) return `${output}：记号不能用 ${decoded.encoding.toUpperCase()} 编码写出，没有生成。`;
  const keyFile = path.resolve(cwd, key);
  const keyFailure = createFile(keyFile, Buffer.from(await writeKey(masking)), 0o600);
  if (keyFailure !== undefined) return `${key}：${keyFailure}。`;
  const failure = createFile(path.resolve(cwd, output), content);
  if (failure === undefined) return undefined;
  removeQuietly(keyFile);
  return `${output}：${failure}。`;
}

/** 稿_脱敏.txt for 稿.txt. */
function maskedName(file: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}_脱敏${ext}`);
}

/** The words of a file, one a line; # opens a note. */
function readAlso(
  file: string | undefined,
  cwd: string,
): { readonly words: readonly string[] } | { readonly failure: string } {
  if (file === undefined) return { words: [] };
  const read = readText(path.resolve(cwd, file));
  if ('failure' in read) return read;
  const words = read.text.split(/\r\n|\r|\n/).map((line) => line.replace(/#.*/, '').trim());
  return { words: [...new Set(words.filter((word) => word !== ''))] };
}

function showEntities(text: string, entities: readonly Entity[], masking: Masking): string {
  const places = createPlaces(text);
  const rows = entities.map(({ kind, name, mentions }, i) => [
    KIND_LABELS[kind],
    printableLine(name),
    `${mentions.length}处`,
    `第${places.position(mentions[0]!.span.start).line}行`,
    masking.entities[i]!.mask,
  ]);
  const all = [['种类', '名称', '处数', '首见', '记号'], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => textWidth(row[column]!))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - textWidth(cell) + 2))
      .join('')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
