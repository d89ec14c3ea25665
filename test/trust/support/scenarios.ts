import fs from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { CLEAN, DRAFT } from '../../cli/harness.ts';

/** Something that writes a file. */
export interface Scenario {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  /** What is written. */
  readonly target: string;
  /** What counts of the bytes; all of them unless said. */
  readonly essence?: (bytes: Buffer) => string;
}

const TWICE = '在座谈会上的讲话\n同志们：\n上半年，，全市工业投资增长7.2%，形势总体平稳。\n';
const KNOWN =
  '{\n  "version": 1,\n  "files": {\n    "旧.txt": {\n      "typo 0123456789abcdef": 1\n    }\n  }\n}\n';
const KEPT = '- rule: typo\n  file: 旧.txt\n';

/** A Word file says when it was made. */
function wordText(bytes: Buffer): string {
  return strFromU8(unzipSync(bytes)['word/document.xml']!);
}

/** Every command that writes a file in place of one or where there was none. */
export const SCENARIOS: readonly Scenario[] = [
  { what: 'check --fix', files: { '稿.txt': TWICE }, argv: ['check', '--fix', '稿.txt'], target: '稿.txt' },
  {
    what: 'a baseline',
    files: { '稿.txt': DRAFT, '基线.json': KNOWN },
    argv: ['check', '--baseline', '基线.json', '--update-baseline', '稿.txt'],
    target: '基线.json',
  },
  {
    what: 'a first baseline',
    files: { '稿.txt': DRAFT },
    argv: ['check', '--baseline', '基线.json', '--update-baseline', '稿.txt'],
    target: '基线.json',
  },
  {
    what: 'decisions',
    files: { '稿.txt': DRAFT, '.hegao-ignore.yaml': KEPT },
    argv: ['ignore', 'add', '稿.txt:3:13', '--rule', 'placeholder-number'],
    target: '.hegao-ignore.yaml',
  },
  {
    what: 'first decisions',
    files: { '稿.txt': DRAFT },
    argv: ['ignore', 'add', '稿.txt:3:13', '--rule', 'placeholder-number'],
    target: '.hegao-ignore.yaml',
  },
  {
    what: 'a table of figures',
    files: { '稿.txt': CLEAN, '口径表.csv': '旧\n' },
    argv: ['metrics', '--write', '口径表.csv', '--force', '稿.txt'],
    target: '口径表.csv',
  },
  {
    what: 'a Word file',
    files: { '稿.txt': CLEAN },
    argv: ['export', '--force', '-o', '稿.docx', '稿.txt'],
    target: '稿.docx',
    essence: wordText,
  },
  {
    what: 'opinions',
    files: { '稿.txt': DRAFT, '意见.csv': '旧\n' },
    argv: ['opinions', '-o', '意见.csv', '稿.txt'],
    target: '意见.csv',
  },
  {
    what: 'a reading copy',
    files: { '稿.txt': CLEAN, '念稿.html': '旧' },
    argv: ['print', '--output-file', '念稿.html', '稿.txt'],
    target: '念稿.html',
  },
  {
    what: 'a report',
    files: { '稿.txt': DRAFT, '报告.md': '旧' },
    argv: ['check', '--format', 'markdown=报告.md', '稿.txt'],
    target: '报告.md',
  },
  { what: 'a configuration', files: {}, argv: ['init'], target: '.hegao.yaml' },
];

/** What stands at the target: undefined where there is no file; a file that is torn has no essence. */
export function stateOf({ target, essence }: Scenario, folder: string): string | undefined {
  const file = path.join(folder, target);
  if (!fs.existsSync(file)) return undefined;
  const bytes = fs.readFileSync(file);
  try {
    return essence ? essence(bytes) : bytes.toString('latin1');
  } catch {
    return `torn at ${bytes.length} bytes`;
  }
}
