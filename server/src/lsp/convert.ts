import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Location,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../draft/span.ts';
import type { Edit, Finding, Related, Severity } from '../engine/types.ts';
import type { ClientFeatures } from './features.ts';
import type { PlacedRelated } from './reuse.ts';

/** `Diagnostic.source` of all findings. */
export const SOURCE = 'hegao';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** No editor shows more places beside a finding, and each costs on every keystroke. */
const MOST_RELATED = 20;

/** What a diagnostic carries besides its text: how many fixes code actions will offer. */
export interface DiagnosticData {
  readonly fixes: number;
}

/** Lines and UTF-16 columns of a span of the document. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Where a place in another draft is; undefined where that draft is not known. */
export type Locate = (path: string, span: Span) => Location | undefined;

/** A finding as the protocol says it; `document` is the version that was checked. */
export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  { relatedInformation }: Pick<ClientFeatures, 'relatedInformation'>,
  locate: Locate = () => undefined,
): Diagnostic {
  const { ruleId, severity, message, span, related, fixes } = finding;
  const data: DiagnosticData = { fixes: fixes.length };
  const others = relatedInformation ? relatedOf(document, related, locate) : [];
  return {
    range: toRange(document, span),
    severity: SEVERITY[severity],
    code: ruleId,
    source: SOURCE,
    message,
    ...(others.length > 0 ? { relatedInformation: others } : {}),
    ...(fixes.length > 0 ? { data } : {}),
  };
}

/** Whether another place stands in another file, where it has been looked up. */
export function isPlaced(other: Related): other is PlacedRelated {
  return 'location' in other;
}

/** Places of other drafts that are not known are left out. */
function relatedOf(
  document: TextDocument,
  related: readonly Related[],
  locate: Locate,
): DiagnosticRelatedInformation[] {
  return related.slice(0, MOST_RELATED).flatMap((other) => {
    const { message, span, path } = other;
    if (isPlaced(other)) return [{ location: other.location, message }];
    const own = { uri: document.uri, range: toRange(document, span) };
    const location = path === undefined ? own : locate(path, span);
    return location ? [{ location, message }] : [];
  });
}

/** Edits in the order of the text, as the protocol says them. */
export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
}

/** Edits of one version of a document; a client that knows versions refuses them once the text has moved on. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  { versionedEdits }: Pick<ClientFeatures, 'versionedEdits'>,
): WorkspaceEdit {
  const textEdits = toTextEdits(document, edits);
  if (!versionedEdits) return { changes: { [document.uri]: textEdits } };
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: textEdits,
  };
  return { documentChanges: [change] };
}
