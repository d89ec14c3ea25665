import type { Severity } from '../../engine/types.ts';
import type { Report } from '../report.ts';
import { LEVEL_NAMES } from '../summary.ts';
import { printable } from '../width.ts';
import { showFindings } from './findings.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions (`::error file=…,line=…,col=…::…`), which become annotations of the change.
 * Columns are given for places within one line only, as the service wants it.
 */
export function createGithubReport(): Report {
  return {
    begin: () => '',
    file(result) {
      const file = property(result.path);
      const lines = showFindings(result).map(({ finding: { ruleId, severity, message }, range, place }) => {
        const { start, end } = range;
        const columns =
          start.line === end.line
            ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}`
            : '';
        const title = property(`${LEVEL_NAMES[severity]} ${ruleId}（${place}）`);
        const where = `file=${file},line=${start.line},endLine=${end.line}${columns},title=${title}`;
        return `::${COMMANDS[severity]} ${where}::${data(message)}\n`;
      });
      const failures = result.failures.map(
        ({ message }) => `::error file=${file},title=核稿::${data(message)}\n`,
      );
      return [...lines, ...failures].join('');
    },
    end: () => '',
  };
}

function data(text: string): string {
  // Line ends have their own signs here; what else a terminal would obey has none.
  const shown = text.replace(/[^\r\n]+/g, printable);
  return shown.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
