import type { Report } from '../report.ts';
import { LEVEL_NAMES } from '../summary.ts';
import { printable, printableLine } from '../width.ts';
import { showFindings } from './findings.ts';

/** One line a finding, as editors and `grep` take them: `稿.txt:3:13: 请核 …  [placeholder-number]`. */
export function createCompactReport(): Report {
  return {
    begin: () => '',
    file: (result) =>
      showFindings(result)
        .map(({ finding: { ruleId, severity, message }, range: { start } }) => {
          const where = `${printableLine(result.path)}:${start.line}:${start.column}`;
          return `${where}: ${LEVEL_NAMES[severity]} ${printable(message)} [${ruleId}]\n`;
        })
        .join(''),
    end: () => '',
  };
}
