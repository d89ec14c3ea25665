import { type Diagnostic, DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ConfigProblem } from '../config/problem.ts';
import { SOURCE } from './convert.ts';
import type { Files } from './host.ts';

/** Shows mistakes in configuration files at their places in those files. */
export interface ConfigProblems {
  /** The mistakes that count for an open draft, instead of those told before. */
  readonly report: (draftUri: string, problems: readonly ConfigProblem[]) => void;
  /** The draft was closed: mistakes that counted for it alone go. */
  readonly closed: (draftUri: string) => void;
}

/** Makes the view; `send` is called for files whose mistakes are other than before. */
export function createConfigProblems(
  { uriOf }: Pick<Files, 'uriOf'>,
  send: (params: PublishDiagnosticsParams) => void,
): ConfigProblems {
  const byDraft = new Map<string, readonly ConfigProblem[]>();
  let shown = new Map<string, string>();

  const show = (): void => {
    const byFile = new Map<string, Map<string, Diagnostic>>();
    for (const problem of [...byDraft.values()].flat()) {
      const diagnostic = toDiagnostic(problem);
      const ofFile = byFile.get(problem.file) ?? new Map<string, Diagnostic>();
      byFile.set(problem.file, ofFile.set(JSON.stringify(diagnostic), diagnostic));
    }
    const now = new Map([...byFile].map(([file, ofFile]) => [file, [...ofFile.keys()].join()]));
    for (const file of new Set([...shown.keys(), ...now.keys()])) {
      if (shown.get(file) === now.get(file)) continue;
      send({ uri: uriOf(file), diagnostics: [...(byFile.get(file)?.values() ?? [])] });
    }
    shown = now;
  };

  return {
    report(draftUri, problems) {
      if (problems.length > 0) byDraft.set(draftUri, problems);
      else if (!byDraft.delete(draftUri)) return;
      show();
    },
    closed(draftUri) {
      if (byDraft.delete(draftUri)) show();
    },
  };
}

function toDiagnostic({ line, column, endColumn, message }: ConfigProblem): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  const end = { line: line - 1, character: (endColumn ?? column) - 1 };
  return {
    range: { start, end },
    severity: DiagnosticSeverity.Error,
    code: 'config',
    source: SOURCE,
    message,
  };
}
