import { slice } from '../draft/span.ts';
import type { Finding } from '../engine/types.ts';
import type { FileResult } from './collect.ts';
import { createPlaces, type Places } from './places.ts';
import type { Report } from './report.ts';
import { VERSION } from './version.ts';

/** One JSON object, written file by file. */
export function createJsonReport(): Report {
  const started = performance.now();
  let separator = '';
  return {
    begin: () => `{"tool":${JSON.stringify({ name: 'hegao', version: VERSION })},"files":[`,
    file(result) {
      const text = `${separator}\n${JSON.stringify(fileObject(result))}`;
      separator = ',';
      return text;
    },
    end({ files, counts: { error, warning, info, hint } }) {
      const durationMs = Math.round(performance.now() - started);
      const summary = { files, errors: error, warnings: warning, infos: info, hints: hint, durationMs };
      return `\n],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

function fileObject({ path, draft, findings, failures }: FileResult): unknown {
  const text = draft?.text ?? '';
  const places = createPlaces(text);
  return { path, findings: findings.map((finding) => findingObject(finding, text, places)), failures };
}

function findingObject(finding: Finding, text: string, places: Places): unknown {
  const { ruleId, messageId, severity, message, span, related, fixes } = finding;
  return {
    ruleId,
    messageId,
    severity,
    message,
    text: slice(text, span),
    range: places.range(span),
    offset: span,
    related: related.map((r) => ({ message: r.message, range: places.range(r.span), offset: r.span })),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ offset: edit.span, newText: edit.newText })),
    })),
  };
}
