export { problemSentence, readFound, readNamed } from './read.ts';
export { checkFiles } from './run/files.ts';
export type { FileResult, Selection } from './run/types.ts';
