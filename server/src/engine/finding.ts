import type { Failure, Finding, Related, Report, Rule, Severity } from './types.ts';
import { createWholeCharacters } from './whole-characters.ts';

/** The order in which findings are shown. */
export function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.ruleId.localeCompare(b.ruleId);
}

/** What is said of a rule that threw. */
export function failure(rule: Rule, error: unknown): Failure {
  const { id } = rule.meta;
  return { ruleId: id, message: `规则“${id}”运行出错，本稿未按此规则核查：${String(error)}` };
}

/** Makes findings of reports: with their rule and severity, and none of their places within a character of `text`. */
export interface Findings {
  readonly of: (rule: Rule, level: Severity, report: Report, text: string) => Finding;
  /** A finding whose places were worked out without the text; the same one where no character is parted. */
  readonly whole: (finding: Finding, text: string) => Finding;
}

export function createFindings(): Findings {
  const { widen, sound } = createWholeCharacters();
  const wholeRelated = (text: string, related: readonly Related[]): readonly Related[] => {
    const stands = ({ path, span }: Related): boolean => path !== undefined || widen(text, span) === span;
    if (related.every(stands)) return related;
    return related.map((one) => (stands(one) ? one : { ...one, span: widen(text, one.span) }));
  };
  const whole = (finding: Finding, text: string): Finding => {
    const span = widen(text, finding.span);
    const related = wholeRelated(text, finding.related);
    const fixes = sound(text, finding.fixes);
    const same = span === finding.span && related === finding.related && fixes === finding.fixes;
    return same ? finding : { ...finding, span, related, fixes };
  };
  return { whole, of: (rule, level, report, text) => whole(findingOf(rule, level, report), text) };
}

/** Shared by the findings that have none of something: there may be a million of them. */
const NOTHING: readonly never[] = [];

/** A finding with its places as reported. */
export function findingOf(rule: Rule, level: Severity, report: Report): Finding {
  const { messageId, message, span, related = NOTHING, fixes = NOTHING } = report;
  return {
    ruleId: rule.meta.id,
    messageId,
    severity: weaker(level, report.severity),
    message,
    span,
    related,
    fixes,
  };
}

const STRENGTH: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

/** The level a rule is set to, or the weaker one that a report asks for. */
function weaker(level: Severity, asked: Severity | undefined): Severity {
  return asked && STRENGTH[asked] < STRENGTH[level] ? asked : level;
}
