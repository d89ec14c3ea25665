import fc from 'fast-check';
import { createSpeechMaker } from '../../support/speeches.ts';
import { paragraph, run, table, wordFile } from '../../support/word-file.ts';
import { hegao, type JsonReport, type Run } from '../harness.ts';

/** Files by name, as `inFolder` takes them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A passage that is long enough to be found in two drafts. */
export const SHARED =
  '一是把各村的机井逐口登记在册，年底以前修好漏水的四十口，入冬前由水利站逐户回访，做到不误农时、心里有数，明年开春再把东片的支渠接到每一块地头';

/** A draft with a blank, a figure that another may contradict, and a passage that another may hold too. */
function draft(seed: number, figure: number, blanks: number, shares: boolean): string {
  const lines = [
    `在第${seed}次调度会上的讲话`,
    '同志们：',
    `2024年，清河县实现地区生产总值${figure}7.3亿元，形势总体平稳。`,
    ...Array.from({ length: blanks }, (_, i) => `第${i + 1}片完成投资XX亿元，，进度正常。`),
    ...(shares ? [`${SHARED}。`] : []),
  ];
  return `${lines.join('\n')}\n${createSpeechMaker(seed).speech(400)}`;
}

const EMBEDDED = '<w:altChunk r:id="rId9"/>';

/** A Word file of a text: its blanks are highlighted, a table stands below the salutation, and another file is embedded. */
export function wordOf(text: string): Uint8Array {
  const lines = text.split('\n').filter((line) => line !== '');
  const body = lines.map((line) =>
    paragraph(
      line
        .split(/(XX)/)
        .map((part) => run(part, part === 'XX' ? '<w:highlight w:val="yellow"/>' : ''))
        .join(''),
    ),
  );
  const [first = '', second = '', ...rest] = body;
  const rows = table(['事项', '各片的投资'], ['投资', '完成XX亿元，，要抓紧'], ['其他', '没有']);
  return wordFile([first, second, rows, ...rest, EMBEDDED].join(''));
}

const content = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat(20), fc.integer({ min: 5, max: 6 }), fc.nat(2), fc.boolean())
      .map(([seed, figure, blanks, shares]) => draft(seed, figure, blanks, shares)),
  },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant(Uint8Array.from([0, 1, 2, 3, 0xff])) },
  { weight: 1, arbitrary: fc.constant(`秘密★1年\n${draft(1, 6, 1, true)}`) },
);

const ENDINGS = ['.txt', '.txt', '.md', '.docx', '.docx'];

const name = fc
  .tuple(fc.constantFrom('', '甲/', '乙/', '乙/丙/'), fc.nat(9), fc.constantFrom(...ENDINGS))
  .map((parts) => parts.join(''));

/** What a file holds; one in ten is of the other kind than its name says. */
const held = fc.tuple(content, fc.nat(9)).map(([own, other]) => ({ own, misnamed: other === 0 }));

function bytesOf(path: string, { own, misnamed }: { own: string | Uint8Array; misnamed: boolean }) {
  if (typeof own !== 'string') return own;
  return path.endsWith('.docx') === misnamed ? own : wordOf(own);
}

const CONFIGURATIONS: readonly Files[] = [
  {},
  {
    '.hegao.json':
      '{"extends": "hegao:final", "overrides": [{"files": ["乙/"], "rules": {"metric-drafts": "off"}}]}',
  },
  { '.hegao.yaml': 'rules:\n  passage-reuse: {severity: warning, length: 80}\nignore: [甲/]\n' },
  { '乙/.hegao.json': '{"rules": {"no-such-rule": "off"}}' },
];

const DECISIONS: readonly Files[] = [
  {},
  {
    '.hegao-ignore.yaml':
      '- rule: placeholder-number\n  file: 甲/1.txt\n- rule: metric-drafts\n  file: 2.txt\n  reason: 口径不同\n- rule: typo\n  file: 3.txt\n',
  },
];

const COMMENT = '<!-- hegao-disable-file placeholder-number -- 待核 -->\n\n';

/** Folders of drafts, some of which cannot be read, with configurations and decisions. */
export const folders: fc.Arbitrary<Files> = fc
  .tuple(
    fc.dictionary(name, held, { minKeys: 2, maxKeys: 9 }),
    fc.constantFrom(...CONFIGURATIONS),
    fc.constantFrom(...DECISIONS),
    fc.boolean(),
  )
  .map(([files, configuration, decisions, comments]) => ({
    ...Object.fromEntries(
      Object.entries(files).map(([path, { own, misnamed }]) => [
        path,
        comments && path.endsWith('.md') && typeof own === 'string' && !misnamed
          ? COMMENT + own
          : bytesOf(path, { own, misnamed }),
      ]),
    ),
    ...configuration,
    ...decisions,
  }));

/** A folder that has everything once: for the runs that take long. */
export const FOLDER: Files = {
  '1.txt': draft(1, 5, 2, true),
  '2.txt': draft(2, 6, 1, true),
  '3.txt': '',
  '4.txt': Uint8Array.from([0, 1, 2, 3, 0xff]),
  '甲/1.txt': draft(3, 6, 1, false),
  '乙/1.md': COMMENT + draft(4, 5, 1, true),
  '乙/2.md': `${COMMENT}没有待补的。\n`,
  '乙/3.docx': wordOf(draft(6, 5, 1, true)),
  '6.docx': draft(1, 5, 2, true),
  '5.txt': wordOf(draft(6, 5, 1, true)),
  '乙/密.txt': `机密★\n${draft(5, 6, 2, true)}`,
  ...CONFIGURATIONS[1],
  ...DECISIONS[1],
};

/** A report without what differs from run to run. */
export function steady({ stdout, code }: Run): { readonly code: number; readonly report: unknown } {
  const { summary, ...rest } = JSON.parse(stdout) as JsonReport;
  return { code, report: { ...rest, summary: { ...summary, durationMs: 0 } } };
}

/** Checks a folder and gives the report, and what is said of decisions without effect. */
export async function checked(cwd: string, ...options: readonly string[]) {
  const run = await hegao(
    ['check', '--format', 'json', '--workers', '0', '--report-unused-ignores', ...options],
    {
      cwd,
    },
  );
  return { ...steady(run), stderr: run.stderr };
}
