import type { Report } from '../report.ts';
import { LEVEL_NAMES, type Summary, total } from '../summary.ts';
import { printable } from '../width.ts';
import { escapeMarkdown } from './escape.ts';
import { type ShownFinding, showFindings } from './findings.ts';

/** Tables for a merge request or a job summary, one a file with findings. */
export function createMarkdownReport(): Report {
  return {
    begin: () => '# 核稿结果\n\n',
    file(result) {
      const findings = showFindings(result);
      if (findings.length === 0 && result.failures.length === 0) return '';
      const failures = result.failures.map(({ message }) => `> ${escapeMarkdown(message)}\n\n`).join('');
      const head = '| 位置 | 级别 | 问题 | 规则 |\n| --- | --- | --- | --- |\n';
      const table = findings.length === 0 ? '' : `${head}${findings.map(row).join('')}\n`;
      return `## ${escapeMarkdown(printable(result.path))}（${findings.length}处）\n\n${failures}${table}`;
    },
    end: (summary) => `${showTotal(summary)}\n`,
  };
}

function row({ finding: { ruleId, severity, message }, range: { start }, place }: ShownFinding): string {
  const where = `${start.line}:${start.column} ${place}`;
  const cells = [where, LEVEL_NAMES[severity], message, ruleId].map((cell) =>
    escapeMarkdown(printable(cell)),
  );
  return `| ${cells.join(' | ')} |\n`;
}

function showTotal(summary: Summary): string {
  const { files, failed } = summary;
  const count = total(summary);
  const unread = failed > 0 ? `；${failed}个文件未能完成检查` : '';
  return `检查${files}个文件，${count === 0 ? '没有发现问题' : `发现${count}处`}${unread}。`;
}
