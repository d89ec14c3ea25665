import { readText } from '../../files/read.ts';
import { type FileLine, type GroundLine, type Head, LAYOUT, type Tail } from './lines.ts';

/** A shard's report as read. */
export interface Shard {
  /** The report's file as given, for messages. */
  readonly name: string;
  readonly head: Head;
  readonly grounds: ReadonlyMap<number, GroundLine>;
  readonly files: readonly FileLine[];
  readonly tail: Tail;
}

/** Reads the report of a shard. What is wrong with it is a Chinese sentence. */
export function readShard(name: string, file: string): Shard | { readonly mistake: string } {
  const read = readText(file);
  if ('failure' in read) return { mistake: `${name}：${read.failure}。` };
  const lines = read.text.split('\n');
  const head = parsed(lines[0]) as Partial<Head> | undefined;
  if (head?.hegao !== 'shard' || !head.part) {
    return {
      mistake: `${name}：不是分片的报告，请用 hegao check --shard 第几份/共几份 --format shard 生成。`,
    };
  }
  if (head.layout !== LAYOUT) {
    return {
      mistake: `${name}：这份报告是另一版本的程序（${head.tool?.version}）写的，请用同一版本重新检查。`,
    };
  }
  const broken = { mistake: `${name}：报告不完整，请重新检查这一份。` };
  const grounds = new Map<number, GroundLine>();
  const files: FileLine[] = [];
  let tail: Tail | undefined;
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    const value = parsed(line) as GroundLine | FileLine | Tail | undefined;
    if (value === undefined || tail) return broken;
    if ('ground' in value) grounds.set(value.ground, value);
    else if ('at' in value) files.push(value);
    else tail = value;
  }
  if (!tail?.run || tail.files !== files.length) return broken;
  return { name, head: head as Head, grounds, files, tail };
}

function parsed(line: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(line ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
