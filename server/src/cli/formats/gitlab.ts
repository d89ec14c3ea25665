import { createHash } from 'node:crypto';
import type { Severity } from '../../engine/types.ts';
import { toJson } from '../json.ts';
import type { Report } from '../report.ts';
import { showFindings } from './findings.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** GitLab's code quality report: a JSON array; its fingerprints are free of line numbers and differ within the report. */
export function createGitlabReport(): Report {
  let separator = '';
  return {
    begin: () => '[',
    file(result) {
      const path = result.path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
      return showFindings(result)
        .map(({ finding: { ruleId, severity, message }, range, fingerprint }) => {
          const issue = {
            description: message,
            check_name: ruleId,
            fingerprint: createHash('sha256').update(`${path}\0${fingerprint}`).digest('hex').slice(0, 40),
            severity: SEVERITIES[severity],
            location: { path, lines: { begin: range.start.line, end: range.end.line } },
          };
          const text = `${separator}\n${toJson(issue)}`;
          separator = ',';
          return text;
        })
        .join('');
    },
    end: () => '\n]\n',
  };
}
