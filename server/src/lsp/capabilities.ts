import { PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { ACTION_KINDS } from './code-actions.ts';
import { SOURCE } from './convert.ts';
import type { ClientFeatures } from './features.ts';
import { AFTER_LEADS } from './figures/completion.ts';
import { ON_TYPE } from './on-type.ts';

/** What the server says in `initialize` that it can do. */
export function capabilitiesFor({
  pullsDiagnostics,
  codeActionLiterals,
  preparesRename,
}: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: SOURCE,
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    codeActionProvider: codeActionLiterals ? { codeActionKinds: [...ACTION_KINDS] } : false,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: true,
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    codeLensProvider: {},
    referencesProvider: true,
    documentHighlightProvider: true,
    completionProvider: { triggerCharacters: [...AFTER_LEADS] },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: ON_TYPE },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
