import fs from 'node:fs';
import path from 'node:path';
import { DRAFT, hegao, inFolder } from '../cli/harness.ts';
import { brokenBytes, randomBytes } from './bytes.ts';
import type { Below } from './near-drafts.ts';

/** A file that the command line reads: what a sound one looks like, and the command that reads it. */
export interface ReadFile {
  readonly name: string;
  /** Sound content; undefined where the command itself writes the file first, and what it is called then. */
  readonly sound: string | { readonly made: readonly string[]; readonly under: string };
  readonly others?: Readonly<Record<string, string>>;
  readonly command: readonly string[];
}

const TABLE =
  '指标,范围,时期,类别,数值,单位,来源\n工业投资,全市,2025年上半年,增速,7.2,%,统计局\n"粮食产量","全县","2025年","总量","52","万吨",""\n';
const OPINIONS = '序号,位置,原文,问题,建议,规则\n1,第1段,增长xx.x%,数字待补,补上,placeholder-number\n';

const MASKABLE =
  '在清河县农业农村工作会议上的讲话\n同志们：\n清河县委书记张建国到平阳镇调研，要求县水利局抓紧落实清政发〔2025〕3号文件。\n';

/** Every kind of file. */
export const READ_FILES: readonly ReadFile[] = [
  { name: '稿.txt', sound: DRAFT, command: ['check', '稿.txt', '--format', 'json'] },
  { name: '稿.md', sound: `# ${DRAFT}\n| 甲 | 乙 |\n|-|-|\n| 1 | 2 |\n`, command: ['check', '.', '--fix'] },
  { name: '稿.txt', sound: DRAFT, command: ['placeholders', '稿.txt'] },
  { name: '稿.txt', sound: DRAFT, command: ['inspect', '稿.txt', '--format', 'json'] },
  { name: '稿.txt', sound: DRAFT, command: ['metrics', '稿.txt'] },
  { name: '稿.txt', sound: DRAFT, command: ['print', '稿.txt'] },
  { name: '稿.txt', sound: DRAFT, command: ['phrases', '稿.txt'] },
  { name: '稿.txt', sound: DRAFT, command: ['export', '稿.txt', '-o', '稿.docx', '--force'] },
  { name: '旧.txt', sound: DRAFT, others: { '新.txt': DRAFT }, command: ['diff', '旧.txt', '新.txt'] },
  {
    name: '旧.txt',
    sound: DRAFT,
    others: { '新.txt': DRAFT },
    command: ['check', '新.txt', '--since-file', '旧.txt'],
  },
  {
    name: '全.txt',
    sound: DRAFT,
    others: { '空.txt': DRAFT },
    command: ['placeholders', '空.txt', '--values-from', '全.txt'],
  },
  {
    name: '.hegao.json',
    sound:
      '{\n  "extends": "hegao:final",\n  "rules": { "typo": "off", "clause-long": { "severity": "hint" } },\n  "overrides": [{ "files": ["*.md"], "rules": {} }]\n}\n',
    others: { '稿.txt': DRAFT },
    command: ['check', '.'],
  },
  {
    name: '.hegao.yaml',
    sound:
      'extends:\n  - hegao:draft\nrules:\n  typo: off\nignore: ["旧/**"]\nmetrics:\n  ledger: 口径.csv\n',
    others: { '稿.txt': DRAFT, '口径.csv': TABLE },
    command: ['check', '.'],
  },
  {
    name: '用词.yaml',
    sound:
      '- 禁用: 老板\n- 改用: 经营主体\n  原词: 市场主体\n  起: 2022-10\n- 统一: [市委、市政府, 市委市政府]\n',
    others: { '稿.txt': DRAFT, '.hegao.json': '{ "terms": "用词.yaml" }' },
    command: ['check', '.'],
  },
  {
    name: '用词.yaml',
    sound: '用词:\n  - 禁用: 老板\n    级别: 必改\n例句:\n  错: [老板来了]\n  对: [经营主体]\n',
    command: ['terms', 'test', '用词.yaml'],
  },
  {
    name: '口径.csv',
    sound: TABLE,
    others: { '稿.txt': DRAFT, '.hegao.json': '{ "metrics": { "ledger": "口径.csv" } }' },
    command: ['check', '.'],
  },
  {
    name: '名单.csv',
    sound: '姓名,职务,排序,起,止\n李明华,市委书记,1,2022-03,\n王建国,市长,2,2021-11,\n',
    others: { '稿.txt': DRAFT, '.hegao.json': '{ "roster": "名单.csv" }' },
    command: ['check', '.'],
  },
  {
    name: '.hegao-ignore.yaml',
    sound: { made: ['ignore', 'add', '稿.txt:3:13'], under: '.hegao-ignore.yaml' },
    others: { '稿.txt': DRAFT },
    command: ['check', '.', '--report-unused-ignores'],
  },
  {
    name: '基线.json',
    sound: { made: ['check', '.', '--baseline', '基线.json', '--update-baseline'], under: '基线.json' },
    others: { '稿.txt': DRAFT },
    command: ['check', '.', '--baseline', '基线.json'],
  },
  {
    name: '缓存',
    sound: { made: ['check', '.', '--cache', '--cache-location', 'c'], under: 'c' },
    others: { '稿.txt': DRAFT },
    command: ['check', '.', '--cache', '--cache-location', 'c'],
  },
  {
    name: '档案',
    sound: { made: ['archive', 'add', '稿.txt', '--archive', 'a'], under: 'a' },
    others: { '稿.txt': DRAFT.repeat(20) },
    command: ['check', '稿.txt', '--archive', 'a'],
  },
  {
    name: '档案',
    sound: { made: ['archive', 'add', '稿.txt', '--archive', 'a'], under: 'a' },
    others: { '稿.txt': DRAFT.repeat(20) },
    command: ['archive', 'update', '--archive', 'a'],
  },
  {
    name: '稿.docx',
    sound: { made: ['export', '文.txt', '-o', '稿.docx'], under: '稿.docx' },
    others: { '文.txt': DRAFT },
    command: ['check', '稿.docx'],
  },
  {
    name: '密钥',
    sound: {
      made: ['mask', '定稿.txt', '--key', '甲.key.json', '-o', '脱敏.txt'],
      under: '甲.key.json',
    },
    others: { '定稿.txt': MASKABLE },
    command: ['unmask', '脱敏.txt', '--key', '甲.key.json', '-o', '还原.txt'],
  },
  {
    name: '脱敏稿',
    sound: {
      made: ['mask', '定稿.txt', '--key', '甲.key.json', '-o', '脱敏.txt'],
      under: '脱敏.txt',
    },
    others: { '定稿.txt': MASKABLE },
    command: ['unmask', '脱敏.txt', '--key', '甲.key.json', '-o', '还原.txt'],
  },
  { name: '定稿.txt', sound: MASKABLE, command: ['mask', '定稿.txt', '--key', '甲.key.json'] },
  {
    name: '分片',
    sound: { made: ['check', '.', '--format', 'shard', '--output-file', '一.shard'], under: '一.shard' },
    others: { '稿.txt': DRAFT },
    command: ['merge', '一.shard'],
  },
  {
    name: '版式.json',
    sound:
      '{ "extends": "gb9704", "page": { "width": 210 }, "styles": { "body": { "font": "仿宋", "size": "三号" } } }',
    others: { '稿.txt': DRAFT },
    command: ['export', '稿.txt', '--profile', '版式.json', '--force'],
  },
  { name: '意见.csv', sound: OPINIONS, command: ['opinions', 'merge', '意见.csv'] },
];

/** Runs one command over one broken file; what is wrong with the answer, and how to get it again. */
export async function tryFile(one: ReadFile, below: Below): Promise<readonly string[]> {
  let faults: readonly string[] = [];
  await inFolder(
    { ...one.others, ...(typeof one.sound === 'string' ? { [one.name]: one.sound } : {}) },
    async (folder) => {
      if (typeof one.sound !== 'string') await hegao(one.sound.made, { cwd: folder });
      const under = path.join(folder, typeof one.sound === 'string' ? one.name : one.sound.under);
      const file = pick(filesUnder(under), below);
      if (file === undefined) {
        faults = [`${one.command.join(' ')}: nothing to break`];
        return;
      }
      const bytes = below(4) === 0 ? randomBytes(below) : brokenBytes(fs.readFileSync(file), below);
      fs.writeFileSync(file, bytes);
      const started = performance.now();
      const run = await hegao(one.command, { cwd: folder });
      const told = [
        ...(run.code >= 0 && run.code <= 2 ? [] : [`exit code ${run.code}`]),
        ...(/程序内部出错|运行出错|\n\s+at |(?:Type|Range|Syntax|Reference)Error/.test(
          run.stdout + run.stderr,
        )
          ? [run.stderr || run.stdout]
          : []),
        ...(run.code === 2 && run.stderr.trim() === '' && !/failures|读/.test(run.stdout)
          ? ['exit code 2 without a word']
          : []),
        ...(performance.now() - started > 20_000 ? ['no answer within 20 seconds'] : []),
      ];
      faults = told.map(
        (fault) =>
          `hegao ${one.command.join(' ')} with ${path.relative(folder, file)} = base64:${bytes.toString('base64')}\n${fault}`,
      );
    },
  );
  return faults;
}

function filesUnder(place: string): readonly string[] {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((name) => fs.statSync(name).isFile())
    .sort();
}

function pick<T>(from: readonly T[], below: Below): T | undefined {
  return from[below(Math.max(1, from.length))];
}
