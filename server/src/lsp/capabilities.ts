import {
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { ACTION_KINDS } from './code-actions.ts';
import { SOURCE } from './convert.ts';
import type { ClientFeatures } from './features.ts';

/** What the server says in `initialize` that it can do. */
export function capabilitiesFor({
  pullsDiagnostics,
  codeActionLiterals,
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
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
