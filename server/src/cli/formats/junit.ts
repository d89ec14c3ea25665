import type { Severity } from '../../engine/types.ts';
import type { Report } from '../report.ts';
import { LEVEL_NAMES } from '../summary.ts';
import { escapeXml } from './escape.ts';
import { type ShownFinding, showFindings } from './findings.ts';
import { levelsThatFail } from './levels.ts';

/**
 * JUnit XML: a suite a file, a case a finding, and one passed case for a clean file. What reaches `failOn` is a
 * failure, a file that could not be checked an error, the rest passes with its message as output.
 */
export function createJunitReport(failOn: Severity | 'never'): Report {
  const failing = levelsThatFail(failOn);
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hegao">\n',
    file(result) {
      const { path, failures } = result;
      const findings = showFindings(result);
      const failed = findings.filter(({ finding }) => failing.includes(finding.severity)).length;
      const name = escapeXml(path);
      const cases = [
        ...findings.map((shown) => findingCase(name, shown, failing.includes(shown.finding.severity))),
        ...failures.map(
          ({ message }) =>
            `    <testcase classname="${name}" name="hegao"><error message="${escapeXml(message)}"/></testcase>\n`,
        ),
      ];
      if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="没有发现问题"/>\n`);
      const counts = `tests="${cases.length}" failures="${failed}" errors="${failures.length}" skipped="0"`;
      return `  <testsuite name="${name}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}

function findingCase(
  name: string,
  { finding, range: { start }, place }: ShownFinding,
  fails: boolean,
): string {
  const { ruleId, severity, message } = finding;
  const where = `${start.line}:${start.column}`;
  const head = `    <testcase classname="${name}" name="${escapeXml(`${ruleId} ${where}`)}" line="${start.line}">`;
  const said = escapeXml(`${LEVEL_NAMES[severity]} ${message}（${place}，${where}）`);
  const body = fails
    ? `<failure type="${ruleId}" message="${escapeXml(message)}">${said}</failure>`
    : `<system-out>${said}</system-out>`;
  return `${head}${body}</testcase>\n`;
}
