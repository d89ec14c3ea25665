import { PACKS } from './packs.generated.ts';

/** The entries of a list of terms that comes with the program, by its name (`hegao:bodies`); an unknown name has none. */
export function readPack(name: string): readonly unknown[] {
  return JSON.parse(PACKS[name] ?? '[]') as readonly unknown[];
}
