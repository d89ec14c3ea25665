import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../draft/types.ts';
import type { Checker } from '../engine/check.ts';
import { quiet } from '../engine/quiet.ts';
import type { Finding, RuleSettings } from '../engine/types.ts';
import type { Files } from './host.ts';
import type { Settings } from './settings.ts';
import type { Silences } from './silences.ts';

/** What checking a file that is not open takes. */
export interface FileCheck {
  readonly files: Files;
  readonly checker: Checker;
  readonly settings: Settings;
  readonly silences: Pick<Silences, 'ofFile'>;
}

/** A file to check. */
export interface Target {
  readonly file: string;
  readonly folderUri: string;
  /** As it stands in the editor, where it is open. */
  readonly document?: TextDocument | undefined;
}

/** One version of a document, with what is left to fill in or to delete. */
export interface CheckedDraft {
  readonly document: TextDocument;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/**
 * Checks files for what is still to be filled in or deleted. Undefined where the configuration leaves the file out or it
 * cannot be read; `fail` hears of mistakes, as Chinese sentences, and of a rule that throws once.
 */
export function createFileCheck({ files: host, checker, settings, silences }: FileCheck) {
  const only = createFilter();
  const broken = new Set<string>();
  return async (
    { file, folderUri, document: open }: Target,
    fail: (sentence: string) => void,
  ): Promise<CheckedDraft | undefined> => {
    const own = await settings.ofFile(file, folderUri);
    const decided = await silences.ofFile(file);
    for (const { file: config, line, message } of [...own.problems, ...decided.problems]) {
      fail(`${host.show(config)} 第${line}行：${message}`);
    }
    if (own.ignored) return undefined;
    const document = open ?? (await documentOf(file, host, fail));
    if (!document) return undefined;
    const draft = checker.read(document.getText(), isMarkdown(document, file) ? 'markdown' : 'text');
    const result = checker.check(draft, only(own.settings));
    for (const { ruleId = '', message } of result.failures) {
      if (!broken.has(ruleId)) fail(`${host.show(file)}：${message}`);
      broken.add(ruleId);
    }
    const { findings } = quiet(result.findings, draft, decided.silences);
    return { document, draft, findings };
  };
}

async function documentOf(
  file: string,
  { read, show, uriOf }: Files,
  fail: (sentence: string) => void,
): Promise<TextDocument | undefined> {
  const found = (await read(file)) ?? { failure: '没有这个文件或文件夹' };
  if ('text' in found) return TextDocument.create(uriOf(file), '', 0, found.text);
  fail(`${show(file)}：${found.failure}`);
  return undefined;
}

function isMarkdown({ languageId }: TextDocument, file: string): boolean {
  return languageId === '' ? /\.md$/i.test(file) : languageId === 'markdown';
}

/** Keeps the rules for what is still to be filled in or deleted, at the levels of the settings. */
function createFilter(): (settings: RuleSettings) => RuleSettings {
  const filtered = new WeakMap<RuleSettings, RuleSettings>();
  return (settings) => {
    const known =
      filtered.get(settings) ??
      Object.fromEntries(Object.entries(settings).filter(([id]) => /^(?:placeholder|leftover)-/.test(id)));
    filtered.set(settings, known);
    return known;
  };
}
