import type { Failure, Finding, Report, Rule, Severity } from './types.ts';

/** The order in which findings are shown. */
export function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.ruleId.localeCompare(b.ruleId);
}

/** What is said of a rule that threw. */
export function failure(rule: Rule, error: unknown): Failure {
  const { id } = rule.meta;
  return { ruleId: id, message: `规则“${id}”运行出错，本稿未按此规则核查：${String(error)}` };
}

/** A report with its rule and severity. */
export function finding(rule: Rule, level: Severity, report: Report): Finding {
  const { messageId, message, span, related = [], fixes = [] } = report;
  const severity = weaker(level, report.severity);
  return { ruleId: rule.meta.id, messageId, severity, message, span, related, fixes };
}

const STRENGTH: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

/** The level a rule is set to, or the weaker one that a report asks for. */
function weaker(level: Severity, asked: Severity | undefined): Severity {
  return asked && STRENGTH[asked] < STRENGTH[level] ? asked : level;
}
