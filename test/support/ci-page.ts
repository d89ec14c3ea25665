import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Text of a file of the project. */
export const readHere = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');

/** A fenced piece of docs/ci.md: what it is, the file that it stands for if any, its text. */
export interface Piece {
  readonly kind: string;
  readonly file: string | undefined;
  readonly text: string;
}

/** Every fenced piece of docs/ci.md, in order. */
export function ciPieces(): readonly Piece[] {
  const page = readHere('docs/ci.md');
  return [...page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, kind, file, text]) => ({
    kind: kind!,
    file,
    text: text!,
  }));
}

/** Text of the piece that stands for a file; the last one where the file is written twice. */
export function pieceFor(file: string): string {
  const piece = ciPieces().findLast((one) => one.file === file);
  if (!piece) throw new Error(`docs/ci.md has no ${file}`);
  return piece.text;
}
