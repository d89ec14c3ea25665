import type { Severity } from '../../engine/types.ts';
import type { Io } from '../io.ts';
import type { Report } from '../report.ts';
import type { ShardRecord } from '../shard/record.ts';

/** What a format may depend on besides the results. */
export interface FormatSetting {
  readonly io: Io;
  /** Colours may be used if the stream shows them. */
  readonly color: boolean;
  /** From which level on a finding counts as a failure; no format changes the exit code. */
  readonly failOn: Severity | 'never';
  /** The part of a run that the report is of, for the format that other reports are merged from. */
  readonly shard?: ShardRecord | undefined;
}

/** A way to show what `hegao check` found. */
export interface Format {
  readonly name: string;
  /** One Chinese phrase for the help. */
  readonly about: string;
  /** It holds the text of the drafts, or is read by people outside: a draft marked 秘密★ is left out of it wherever it goes. */
  readonly exports?: true;
  readonly create: (setting: FormatSetting) => Promise<Report>;
}

/** Every format, one file each, loaded when it is asked for. */
export const FORMATS: readonly Format[] = [
  {
    name: 'text',
    about: '给人看',
    create: async ({ io, color }) => (await import('../report-text.ts')).createTextReport(io, color),
  },
  {
    name: 'compact',
    about: '一处一行',
    create: async () => (await import('./compact.ts')).createCompactReport(),
  },
  {
    name: 'json',
    about: '一个 JSON 对象',
    create: async () => (await import('../report-json.ts')).createJsonReport(),
  },
  {
    name: 'jsonl',
    about: '一处一行 JSON',
    create: async () => (await import('./jsonl.ts')).createJsonLinesReport(),
  },
  {
    name: 'sarif',
    about: 'SARIF 2.1.0',
    create: async () => (await import('./sarif.ts')).createSarifReport(),
  },
  {
    name: 'junit',
    about: 'JUnit XML',
    create: async ({ failOn }) => (await import('./junit.ts')).createJunitReport(failOn),
  },
  {
    name: 'github',
    about: 'GitHub 流水线批注',
    create: async () => (await import('./github.ts')).createGithubReport(),
  },
  {
    name: 'gitlab',
    about: 'GitLab 代码质量报告',
    create: async () => (await import('./gitlab.ts')).createGitlabReport(),
  },
  {
    name: 'checkstyle',
    about: 'Checkstyle XML',
    create: async () => (await import('./checkstyle.ts')).createCheckstyleReport(),
  },
  {
    name: 'markdown',
    about: 'Markdown 表格',
    create: async () => (await import('./markdown.ts')).createMarkdownReport(),
  },
  {
    name: 'html',
    about: '可打印的网页：全文、提示、待补清单、核稿意见表、数据台账、用语图表',
    exports: true,
    create: async () => (await import('./html.ts')).createHtmlReport(),
  },
  {
    name: 'opinions-csv',
    about: '核稿意见表（WPS、Excel）',
    exports: true,
    create: async () => (await import('./opinions-csv.ts')).createOpinionsReport(),
  },
  {
    name: 'shard',
    about: '供 hegao merge 合并',
    exports: true,
    create: async ({ io, shard }) => (await import('../shard/report.ts')).createShardReport(io, shard),
  },
];
