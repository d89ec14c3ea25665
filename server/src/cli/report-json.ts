import { slice } from '../draft/span.ts';
import type { Finding } from '../engine/types.ts';
import { wordPlace } from '../word/locate.ts';
import type { FileResult } from './collect.ts';
import { toJson } from './json.ts';
import { createPlaces, createPlacesOf, type Places } from './places.ts';
import type { Report } from './report.ts';
import { VERSION } from './version.ts';

/** One JSON object, written file by file; `extra` gives what each file has besides its findings. */
export function createJsonReport(extra: (result: FileResult, places: Places) => object = () => ({})): Report {
  const started = performance.now();
  let separator = '';
  return {
    begin: () => `{"tool":${toJson({ name: 'hegao', version: VERSION })},"files":[`,
    file(result) {
      const text = `${separator}\n${toJson(fileObject(result, extra))}`;
      separator = ',';
      return text;
    },
    end({ files, counts: { error, warning, info, hint } }) {
      const durationMs = Math.round(performance.now() - started);
      const summary = { files, errors: error, warnings: warning, infos: info, hints: hint, durationMs };
      return `\n],"summary":${toJson(summary)}}\n`;
    },
  };
}

/** A file as it stands in JSON. */
export function fileObject(
  result: FileResult,
  extra: (result: FileResult, places: Places) => object = () => ({}),
) {
  const { path, draft, findings, failures, textOf, word } = result;
  const text = draft?.text ?? '';
  const places = createPlaces(text);
  const placesOf = createPlacesOf(places, textOf);
  const shown = findings.map((finding) => ({
    ...findingObject(finding, text, placesOf),
    ...(word ? { word: wordPlace(word, finding.span) } : {}),
  }));
  return { path, findings: shown, ...extra(result, places), failures };
}

function findingObject(finding: Finding, text: string, placesOf: (path?: string) => Places) {
  const { ruleId, messageId, severity, message, span, related, fixes } = finding;
  return {
    ruleId,
    messageId,
    severity,
    message,
    text: slice(text, span),
    range: placesOf().range(span),
    offset: span,
    related: related.map(({ message, span, path }) => ({
      message,
      range: placesOf(path).range(span),
      offset: span,
      ...(path === undefined ? {} : { path }),
    })),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ offset: edit.span, newText: edit.newText })),
    })),
  };
}
