import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { ReviewView } from '../review/view.ts';

/** 打开待补清单: at the speech that a code lens stands above, or as it is. */
export async function openReview(view: ReviewView, uri?: unknown, position?: unknown): Promise<void> {
  if (typeof uri !== 'string') return view.open();
  const { line, character } = (position ?? { line: 0, character: 0 }) as Position;
  return view.open(vscode.Uri.parse(uri), new vscode.Position(line, character));
}
