import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as answers depend on it. */
export interface ClientFeatures {
  /** It asks for diagnostics; others get them pushed. */
  readonly pullsDiagnostics: boolean;
  /** It can be told that all diagnostics are to be asked for anew. */
  readonly refreshesDiagnostics: boolean;
  /** It can be told that all inlay hints are to be asked for anew. */
  readonly refreshesInlayHints: boolean;
  /** It can be told that all code lenses are to be asked for anew. */
  readonly refreshesCodeLenses: boolean;
  /** It asks what a rename would change before it asks for the name. */
  readonly preparesRename: boolean;
  readonly relatedInformation: boolean;
  /** It takes edits with the version they were made for. */
  readonly versionedEdits: boolean;
  /** Its edits may make files. */
  readonly createsFiles: boolean;
  /** It has the command that applies an edit and saves what it changed. */
  readonly appliesAndSaves: boolean;
  /** It has the command that shows the list of what is left to fill in. */
  readonly showsReview: boolean;
  /** It has the command that shows two passages side by side. */
  readonly showsReuse: boolean;
  /** It takes code actions as objects, not as commands only. */
  readonly codeActionLiterals: boolean;
  /** It shows code actions that cannot be used now, with the reason. */
  readonly disabledActions: boolean;
  readonly nestedSymbols: boolean;
  readonly markdownHover: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly watchesConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly watchesFolders: boolean;
}

/** Reads the capabilities that the client states in `initialize`; what is not stated is not there. */
export function clientFeatures({
  workspace,
  textDocument,
  experimental,
}: ClientCapabilities): ClientFeatures {
  const { diagnostic, publishDiagnostics, codeAction, documentSymbol, hover, rename } = textDocument ?? {};
  const own = (
    experimental as { hegao?: { applyAndSave?: unknown; review?: unknown; reuse?: unknown } } | undefined
  )?.hegao;
  return {
    pullsDiagnostics: diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    preparesRename: rename?.prepareSupport === true,
    relatedInformation: (diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    appliesAndSaves: own?.applyAndSave === true,
    showsReuse: own?.reuse === true,
    showsReview: own?.review === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    disabledActions: codeAction?.disabledSupport === true,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: hover?.contentFormat?.includes('markdown') === true,
    configuration: workspace?.configuration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.workspaceFolders === true,
  };
}
