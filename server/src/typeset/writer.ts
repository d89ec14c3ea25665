// The bundle that knows Word's file format: loaded when a file is written, and never before.
export { wordDocument } from './word-document.ts';
export { type TableColumn, wordTable } from './word-table.ts';
