/** All that is loaded when the first Word file is met: a bundle of its own, so that texts need not wait for it. */
export { annotateWord } from './annotate/annotate.ts';
export { readWord } from './read.ts';
export type { WordDocument } from './types.ts';
