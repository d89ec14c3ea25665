import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { markdownText } from '../plainText.ts';
import { type DurationResult, durationRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';

/** A burst of typing, or a selection that is being drawn, is one question. */
const PAUSE_MS = 300;

/** 念稿约13分钟 for the speech in the active editor, or for what is selected in it. */
export interface TimeBar {
  /** What the status bar shows now; undefined when it shows nothing. */
  text(): string | undefined;
  /** What stands in its tooltip: the whole and each section. */
  tooltip(): string;
  readonly onDidChange: vscode.Event<string | undefined>;
  dispose(): void;
}

/** Makes the status-bar item. The server is asked after each pause, one question at a time; the newest answer counts. */
export function createTimeBar(session: Session): TimeBar {
  const item = vscode.window.createStatusBarItem('hegao.duration', vscode.StatusBarAlignment.Left, 9);
  item.name = '核稿：念稿时长';
  item.command = 'hegao.print';
  const changed = new vscode.EventEmitter<string | undefined>();
  let visible: string | undefined;
  let tooltip = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const show = (result: DurationResult | undefined): void => {
    const { whole, selected } = result ?? {};
    const shown = selected ?? whole;
    visible = shown && shown.characters > 0 ? `${selected ? '选中' : '念稿'}${shown.text}` : undefined;
    tooltip = result ? describe(result) : '';
    if (visible === undefined) {
      item.hide();
    } else {
      item.text = `$(clock) ${visible}`;
      item.tooltip = new vscode.MarkdownString(tooltip);
      item.show();
    }
    changed.fire(visible);
  };

  const ask = async (editor: vscode.TextEditor): Promise<DurationResult | undefined> => {
    const { document, selection } = editor;
    const client = await session.client();
    if (!client) return undefined;
    const uri = document.uri.toString();
    const range = selection.isEmpty ? {} : { range: client.code2ProtocolConverter.asRange(selection) };
    const result = await client.sendRequest(durationRequest, { uri, ...range });
    return result.version === null ? undefined : result;
  };

  const refresh = async (): Promise<void> => {
    const mine = ++asked;
    const editor = vscode.window.activeTextEditor;
    const covered = editor !== undefined && isCovered(editor.document);
    const result = covered ? await ask(editor).catch(() => undefined) : undefined;
    if (mine === asked) show(result);
  };

  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), PAUSE_MS);
  };

  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.window.onDidChangeTextEditorSelection(later),
    vscode.workspace.onDidOpenTextDocument(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) later();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hegao.speech')) later();
    }),
    session.onDidStart(later),
  ];
  later();

  return {
    text: () => visible,
    tooltip: () => tooltip,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(...listeners, changed, item).dispose();
    },
  };
}

/** The tooltip in Markdown; what the draft says is shown as it stands. */
function describe({ rate, whole, selected, sections }: DurationResult): string {
  const head = [
    `全篇${whole.text}，${whole.characters}字（每分钟${rate}字，数字按念法算）`,
    ...(selected ? [`选中${selected.text}，${selected.characters}字`] : []),
  ];
  const rows = sections.map(
    ({ name, level, text }) => `${'  '.repeat(level - 1)}- ${markdownText(name)}：${text}`,
  );
  return [...head, rows.join('\n'), '点一下生成念稿'].filter((part) => part !== '').join('\n\n');
}
