import type { Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import type { Checker } from '../engine/check.ts';
import { byPlace } from '../engine/finding.ts';
import { quiet } from '../engine/quiet.ts';
import type { Silence } from '../engine/silence.ts';
import type { Failure, Finding, Rule, RuleSettings } from '../engine/types.ts';
import { createWorkspace, isWorkspaceRule, type Summarised } from '../engine/workspace.ts';
import { below, inFolder } from '../files/paths.ts';
import { carry } from './carry.ts';
import type { Analysis } from './documents.ts';
import type { Files } from './host.ts';
import type { IndexProgress } from './index-progress.ts';
import { lineStarts, positionIn } from './line-starts.ts';
import { patiently } from './patiently.ts';
import type { Settings } from './settings.ts';
import { nextTurn } from './turn.ts';

/** The drafts of the workspace and what the rules that compare drafts say of the open ones. */
export interface DraftIndex {
  /** Looks at all drafts below the folders, in the background: at the start, and after settings or folders changed. */
  readonly scan: () => void;
  /** An analysis with what other drafts say of it as far as that is known; the draft is compared afterwards. */
  readonly complete: (analysis: Analysis, settings: RuleSettings, silences: readonly Silence[]) => Analysis;
  /** The document was closed: its file counts again, where it has one. */
  readonly closed: (uri: string) => void;
  /** A file was made, changed or removed by others. */
  readonly fileChanged: (uri: string) => void;
}

/** What the index stands on. */
export interface IndexSources {
  readonly rules: readonly Rule[];
  readonly files: Files;
  readonly settings: Pick<Settings, 'filesOf'>;
  /** URIs of the workspace folders. */
  readonly folders: () => readonly string[];
  /** The checker of the open documents; what it remembers of them is of use here too. */
  readonly checker: Checker;
  /** One for files, so that they do not crowd out what is remembered of the open documents. */
  readonly fileChecker: Checker;
  /** Whether something else has to be done first. */
  readonly busy?: () => boolean;
  /** Waits while somebody types, before another draft is read; tells whether there was anything to wait for. */
  readonly pause?: () => Promise<boolean>;
  readonly ready: () => Promise<void>;
  /** Called with the open documents of which other things are said than before. */
  readonly changed: (uris: readonly string[]) => void;
  /** Called when there is nothing left to compare for the time being. */
  readonly done?: () => void;
  readonly progress?: IndexProgress;
  /** Called with the rules that threw. */
  readonly failed: (failures: readonly Failure[]) => void;
  readonly fail: (error: unknown) => void;
}

/** A draft whose summaries are in the workspace. */
interface Held {
  readonly uri: string;
  readonly starts: Uint32Array;
  readonly settings: RuleSettings;
  readonly mark: number;
}

/** An open document as it was last shown. */
interface Open {
  readonly key: string;
  readonly document: TextDocument;
  readonly draft: Draft;
  readonly settings: RuleSettings;
  readonly silences: readonly Silence[];
  readonly findings: readonly Finding[];
  readonly revision: number;
}

interface Target {
  readonly file: string;
  readonly settingsOf: Awaited<ReturnType<Settings['filesOf']>>;
}

/** Makes an empty index. */
export function createDraftIndex(sources: IndexSources): DraftIndex {
  const { files, checker, fileChecker, folders, fail, progress, busy = () => false } = sources;
  const rules = sources.rules.filter(isWorkspaceRule);
  const workspace = createWorkspace(rules);
  const held = new Map<string, Held>();
  const open = new Map<string, Open>();
  const edited = new Set<string>();
  let targets: Target[] = [];
  let wanted = false;
  let scanning = false;
  let revisions = 0;
  let working = false;

  const compares = (settings: RuleSettings): boolean =>
    rules.some(({ meta }) => (settings[meta.id]?.level ?? 'off') !== 'off');
  const keyOf = (uri: string): string => files.pathOf(uri) ?? uri;
  const isOpen = (key: string): boolean => [...open.values()].some((other) => other.key === key);
  const drop = (key: string): void => {
    workspace.remove(key);
    held.delete(key);
  };

  const put = (key: string, { summaries, failures }: Summarised): void => {
    sources.failed(failures);
    workspace.put(key, summaries);
  };

  const locate = (path: string, { start, end }: Span): Location | undefined => {
    const other = held.get(path);
    if (!other) return undefined;
    const range = { start: positionIn(other.starts, start), end: positionIn(other.starts, end) };
    return { uri: other.uri, range };
  };

  const work = (): void => {
    if (working) return;
    working = true;
    void run().catch(fail);
  };

  const run = async (): Promise<void> => {
    try {
      for (;;) {
        do await nextTurn();
        while (busy());
        if ((await sources.pause?.()) === true) continue;
        const [uri] = edited;
        if (uri !== undefined) {
          edited.delete(uri);
          await takeOpen(uri).catch(fail);
          if (edited.size === 0) settle();
          continue;
        }
        if (progress?.goOn(targets.length) === false) targets = [];
        const target = targets.pop();
        if (!target) break;
        await takeFile(target).catch(fail);
      }
      progress?.end();
      settle();
      sources.done?.();
    } finally {
      working = false;
    }
  };

  const takeOpen = async (uri: string): Promise<void> => {
    const state = open.get(uri);
    if (!state) return;
    const { key, draft, settings } = state;
    if (!compares(settings)) return drop(key);
    await patiently(checker.prepare(draft, settings), sources.busy);
    if (open.get(uri)?.draft !== draft) return;
    put(key, checker.summarise(draft, settings));
    held.set(key, { uri, settings, starts: lineStarts(draft.text), mark: markOf(draft.text) });
  };

  const takeFile = async ({ file, settingsOf }: Target): Promise<void> => {
    if (isOpen(file)) return;
    const { settings, ignored } = await settingsOf(file);
    if (ignored || !compares(settings)) return drop(file);
    const read = await files.read(file);
    if (!read || 'failure' in read) return drop(file);
    const { text } = read;
    const known = held.get(file);
    const mark = markOf(text);
    if (known?.settings === settings && known.mark === mark) return;
    const draft = fileChecker.read(text, /\.md$/i.test(file) ? 'markdown' : 'text');
    await patiently(fileChecker.prepare(draft, settings), sources.busy);
    if (isOpen(file)) return;
    put(file, fileChecker.summarise(draft, settings));
    held.set(file, { uri: files.uriOf(file), settings, starts: lineStarts(text), mark });
  };

  /** Tells of the open documents of which other things are said now. */
  const settle = (): void => {
    const changed: string[] = [];
    for (const [uri, state] of open) {
      const { findings: all, failures } = workspace.check(state.key, state.settings, {
        text: state.draft.text,
      });
      sources.failed(failures);
      const { findings } = quiet(all, state.draft, state.silences);
      const same = shown(findings) === shown(state.findings);
      open.set(uri, { ...state, findings, revision: same ? state.revision : ++revisions });
      if (!same) changed.push(uri);
    }
    if (changed.length > 0) sources.changed(changed);
  };

  const targetsOf = async (folderUri: string): Promise<readonly Target[]> => {
    const folder = files.pathOf(folderUri);
    if (folder === undefined) return [];
    const settingsOf = await sources.settings.filesOf(folderUri);
    const { settings } = await settingsOf(inFolder(folder, 'draft.txt'));
    if (!compares(settings)) return [];
    const found = await files.findDrafts(folder);
    return found.flatMap(({ path, failure }) => (failure === undefined ? [{ file: path, settingsOf }] : []));
  };

  /** One at a time: what is asked for meanwhile is done by the same run. */
  const scan = async (): Promise<void> => {
    wanted = true;
    if (scanning) return;
    scanning = true;
    try {
      await sources.ready();
      while (wanted) {
        wanted = false;
        await list();
      }
    } finally {
      scanning = false;
    }
  };

  const list = async (): Promise<void> => {
    const found = (await Promise.all(folders().map(targetsOf))).flat();
    const there = new Set(found.map(({ file }) => file));
    for (const key of held.keys()) if (!there.has(key) && !isOpen(key)) drop(key);
    targets = found.reverse();
    progress?.begin(targets.length);
    work();
  };

  const retake = async (file: string): Promise<void> => {
    const folderUri = folders().find((uri) => below(files.pathOf(uri) ?? uri, file) !== undefined);
    if (folderUri === undefined) drop(file);
    else targets.push({ file, settingsOf: await sources.settings.filesOf(folderUri) });
    work();
  };

  return {
    scan() {
      if (rules.length > 0) void scan().catch(fail);
    },
    complete(analysis, settings, silences) {
      const { document, draft, result, resultId } = analysis;
      const before = open.get(document.uri);
      if (!before && !compares(settings)) return analysis;
      const known = before?.draft === draft && before.settings === settings && before.silences === silences;
      const carried = carry(before?.findings ?? [], before?.draft.text ?? '', draft.text, 'dropped');
      const { findings } = quiet(compares(settings) ? carried : [], draft, silences);
      const { revision = 0 } = before ?? {};
      if (!known) {
        const key = keyOf(document.uri);
        open.set(document.uri, { key, document, draft, settings, silences, findings, revision });
        edited.add(document.uri);
        work();
      }
      return {
        ...analysis,
        result: { ...result, findings: [...result.findings, ...findings].sort(byPlace) },
        resultId: `${resultId}.${revision}`,
        locate,
      };
    },
    closed(uri) {
      const state = open.get(uri);
      open.delete(uri);
      edited.delete(uri);
      if (state) void retake(state.key).catch(fail);
    },
    fileChanged(uri) {
      const key = keyOf(uri);
      if (isOpen(key)) return;
      if (held.has(key)) void retake(key).catch(fail);
      else if (rules.length > 0) void scan().catch(fail);
    },
  };
}

/** What tells findings apart; where a figure of another draft has moved to makes no other finding. */
function shown(findings: readonly Finding[]): string {
  return JSON.stringify(
    findings.map(({ related, ...finding }) => [finding, related.map(({ message, path }) => [message, path])]),
  );
}

/** FNV-1a of the text: whether a file is as it was when its summaries were made. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  return mark >>> 0;
}
