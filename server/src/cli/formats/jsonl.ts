import { toJson } from '../json.ts';
import type { Report } from '../report.ts';
import { fileObject } from '../report-json.ts';

/** One JSON object a line: a finding as in `json` with `path`, or `{path, failure}`. */
export function createJsonLinesReport(): Report {
  return {
    begin: () => '',
    file(result) {
      const { path, findings, failures } = fileObject(result);
      return [
        ...findings.map((finding) => ({ path, ...finding })),
        ...failures.map((failure) => ({ path, failure })),
      ]
        .map((line) => `${toJson(line)}\n`)
        .join('');
    },
    end: () => '',
  };
}
