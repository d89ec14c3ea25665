import { inFolder, parentOf } from '../files/paths.ts';
import { CONFIG_NAMES } from './locate.ts';
import { resolveIn } from './segmenter.ts';

/** Name of an npm package with a path inside it or none: `office-style`, `@city/style/final`. */
const PACKAGE = /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*$/;

/** Whether an item of `extends` is meant as a file: it begins like a path or ends like a configuration file. */
export function isFileReference(written: string): boolean {
  return /^\.{1,2}[\\/]|^[\\/]|^[A-Za-z]:[\\/]|\.(?:jsonc?|ya?ml)$/i.test(written);
}

/** Whether an item of `extends` can be the name of an npm package. */
export function isPackageReference(written: string): boolean {
  return PACKAGE.test(written) && !isFileReference(written);
}

/**
 * Full paths at which the file that an item of `extends` means may stand, the likeliest first:
 * a file counts from the folder of the file that names it; a package is looked for in `node_modules` upward from
 * there, as a file of that path or as a configuration file in its folder. Nothing of a package is run.
 */
export function placesOf(written: string, from: string): readonly string[] {
  const folder = parentOf(from);
  if (isFileReference(written)) return [resolveIn(folder, written)];
  return upward(folder).flatMap((at) => {
    const inside = resolveIn(at, `node_modules/${written}`);
    return [
      ...CONFIG_NAMES.map((name) => inFolder(inside, name)),
      ...['hegao.json', 'hegao.jsonc', 'hegao.yaml'].map((name) => inFolder(inside, name)),
      ...(/\/[^/]+\/|^[^@][^/]*\//.test(written)
        ? ['json', 'jsonc', 'yaml'].map((end) => `${inside}.${end}`)
        : []),
    ];
  });
}

function upward(folder: string): readonly string[] {
  const parent = parentOf(folder);
  return parent === folder ? [folder] : [folder, ...upward(parent)];
}
