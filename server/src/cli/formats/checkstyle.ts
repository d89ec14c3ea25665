import type { Severity } from '../../engine/types.ts';
import type { Report } from '../report.ts';
import { escapeXml } from './escape.ts';
import { showFindings } from './findings.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

/** Checkstyle's XML, which Jenkins and reviewdog read. */
export function createCheckstyleReport(): Report {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
    file(result) {
      const findings = showFindings(result).map(
        ({ finding: { ruleId, severity, message }, range: { start } }) =>
          error(start.line, start.column, SEVERITIES[severity], message, `hegao.${ruleId}`),
      );
      const failures = result.failures.map(({ message }) => error(1, 1, 'error', message, 'hegao'));
      return `  <file name="${escapeXml(result.path)}">\n${[...findings, ...failures].join('')}  </file>\n`;
    },
    end: () => '</checkstyle>\n',
  };
}

function error(line: number, column: number, severity: string, message: string, source: string): string {
  const where = `line="${line}" column="${column}" severity="${severity}"`;
  return `    <error ${where} message="${escapeXml(message)}" source="${source}"/>\n`;
}
