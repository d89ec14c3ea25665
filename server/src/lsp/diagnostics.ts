import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { toDiagnostic } from './convert.ts';
import type { Analysis, Documents } from './documents.ts';
import type { ClientFeatures } from './features.ts';

/** All findings of a version. */
export function diagnosticsOf(
  { document, result, locate }: Analysis,
  features: ClientFeatures,
): Diagnostic[] {
  return result.findings.map((finding) => toDiagnostic(document, finding, features, locate));
}

/** The answer to `textDocument/diagnostic`: the findings, or word that the client has them already. */
export function pullReport(
  analysis: Analysis | undefined,
  previousResultId: string | undefined,
  features: ClientFeatures,
): DocumentDiagnosticReport {
  if (!analysis) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId } = analysis;
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(analysis, features) };
}

/** Sends diagnostics to clients that do not ask for them. */
export interface Publisher {
  /** To be called when a document was opened or edited, or its settings changed. */
  readonly changed: (uri: string) => void;
  /** To be called when a document was closed: its diagnostics go. */
  readonly closed: (uri: string) => void;
}

/**
 * Makes a publisher. Edits that arrive while a document is checked are taken up by the same run,
 * so that what is sent is always of the newest version; the old diagnostics stay until then.
 */
export function createPublisher(
  check: Documents['check'],
  features: ClientFeatures,
  send: (params: PublishDiagnosticsParams) => void,
  fail: (error: unknown) => void,
): Publisher {
  const running = new Set<string>();

  const run = async (uri: string): Promise<void> => {
    try {
      const analysis = await check(uri, CancellationToken.None);
      if (!analysis) return;
      const { version } = analysis.document;
      send({ uri, version, diagnostics: diagnosticsOf(analysis, features) });
    } catch (error) {
      fail(error);
    } finally {
      running.delete(uri);
    }
  };

  return {
    changed(uri) {
      if (running.has(uri)) return;
      running.add(uri);
      void run(uri);
    },
    closed(uri) {
      send({ uri, diagnostics: [] });
    },
  };
}
