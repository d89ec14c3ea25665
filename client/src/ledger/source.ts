import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FigureItem, figuresRequest } from '../protocol/index.ts';
import type { LedgerRow } from './row.ts';

/** The figures of one version of a document. */
export interface LedgerList {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly rows: readonly LedgerRow[];
  /** Where each row stands. */
  readonly ranges: readonly vscode.Range[];
}

/** Asks the server for the figures of a document, of the version that it has; undefined where it has none. */
export async function askFigures(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<LedgerList | undefined> {
  const { version, items } = await client.sendRequest(figuresRequest, { uri: document.uri.toString() });
  if (version === null) return undefined;
  const { asRange } = client.protocol2CodeConverter;
  return {
    uri: document.uri,
    version,
    rows: rowsOf(items),
    ranges: items.map(({ range }) => asRange(range)),
  };
}

function rowsOf(items: readonly FigureItem[]): readonly LedgerRow[] {
  const seen = new Map<string, number>();
  return items.map(({ range, key, ledger, ...item }) => {
    const name = key ?? `${item.kind} ${item.unit}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      ...item,
      id: `${name} ${count}`,
      ledger: ledger?.text ?? '',
      differs: ledger !== undefined && !ledger.agrees,
    };
  });
}
