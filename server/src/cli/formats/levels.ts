import type { Finding, Severity } from '../../engine/types.ts';

const STRONGEST_FIRST: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** The levels that count as a failure, strongest first. */
export function levelsThatFail(failOn: Severity | 'never'): readonly Severity[] {
  return failOn === 'never' ? [] : STRONGEST_FIRST.slice(0, STRONGEST_FIRST.indexOf(failOn) + 1);
}

/** The strongest level of some findings; undefined for none. */
export function strongest(findings: readonly Pick<Finding, 'severity'>[]): Severity | undefined {
  return STRONGEST_FIRST.find((level) => findings.some(({ severity }) => severity === level));
}
