import {
  type CancellationToken,
  type Location,
  LSPErrorCodes,
  Range,
  ResponseError,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Span } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import type { Checker } from '../engine/check.ts';
import { quiet } from '../engine/quiet.ts';
import type { Silence } from '../engine/silence.ts';
import type { CheckResult, Rule, RuleSettings } from '../engine/types.ts';
import { SLICE } from './patiently.ts';
import { nextTurn } from './turn.ts';

/** One version of a document, read. */
export interface Reading {
  readonly document: TextDocument;
  readonly draft: Draft;
}

/** One version of a document, checked. */
export interface Analysis extends Reading {
  readonly result: CheckResult;
  /** No rule was left out to follow later. */
  readonly complete: boolean;
  /** Differs between any two results of this server's life. */
  readonly resultId: string;
  /** Where a place in another draft is; undefined where that draft is not known. */
  readonly locate?: (path: string, span: Span) => Location | undefined;
}

/** Reads and checks open documents, each version once. */
export interface Documents {
  /** The newest version of an open document; undefined where it is not open. */
  readonly read: (uri: string) => Reading | undefined;
  /**
   * The newest version with its findings; undefined where it is not open (any more). Gives way to other messages
   * every few milliseconds, starts anew when the text or the settings change meanwhile, and throws
   * `RequestCancelled` once the token says so.
   */
  readonly check: (uri: string, token: CancellationToken) => Promise<Analysis | undefined>;
  /** Whether a check or its answer is under way, to which work in the background gives way. */
  readonly busy: () => boolean;
  /** The document was closed: what is known of it goes. */
  readonly closed: (uri: string) => void;
}

/** What it takes to send an answer once the check is done, in milliseconds. */
const ANSWERS = 3;

/** Which rules a check may leave out for the time being. */
export interface LeftOut {
  readonly rule: (rule: Rule) => boolean;
  readonly of: (uri: string, settings: RuleSettings, silences: readonly Silence[]) => boolean;
}

/** A check that may be half done; whoever needs it next goes on where it stopped. */
interface Work {
  readonly steps: Generator<undefined, CheckResult>;
  readonly complete: boolean;
  readonly resultId: string;
  readonly earlier: Draft | undefined;
  result: CheckResult | undefined;
}

/**
 * Documents that never change: an edit makes a new one, so that whoever holds a version keeps it,
 * and whatever is known of a version is remembered by the object. A text that is none is an empty one, and a change
 * that is none is left out: the client hears of neither, but everybody else may rely on a document.
 */
export const unchangingDocuments: TextDocumentsConfiguration<TextDocument> = {
  create: (uri, languageId, version, content: unknown) =>
    TextDocument.create(uri, languageId, version, typeof content === 'string' ? content : ''),
  update(document, changes: TextDocumentContentChangeEvent[], version) {
    const { uri, languageId } = document;
    const copy = TextDocument.create(uri, languageId, document.version, document.getText());
    return TextDocument.update(copy, changes.filter(isChange), version);
  },
};

function isChange(change: unknown): boolean {
  if (typeof change !== 'object' || change === null) return false;
  const { text, range } = change as { readonly text?: unknown; readonly range?: unknown };
  return typeof text === 'string' && (range === undefined || Range.is(range));
}

/** Throws the protocol's answer to a cancelled request. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, '已取消');
}

/** Makes the memory of what is open; `open` finds the newest version, `settingsOf` what it is to be checked by, `earlierOf` the version before it. */
export function createDocuments(
  open: (uri: string) => TextDocument | undefined,
  checker: Checker,
  settingsOf: (uri: string) => Promise<RuleSettings>,
  silencesOf: (uri: string) => Promise<readonly Silence[]> = async () => NONE,
  earlierOf: (uri: string) => Draft | undefined = () => undefined,
  leftOut: LeftOut = { rule: () => false, of: () => false },
): Documents {
  const drafts = new WeakMap<TextDocument, Draft>();
  const works = new WeakMap<Draft, WeakMap<RuleSettings, WeakMap<readonly Silence[], Work>>>();
  const newest = new Map<string, Draft>();
  let results = 0;
  let running = 0;
  let ended = Number.NEGATIVE_INFINITY;

  const draftOf = (document: TextDocument): Draft => {
    const known = drafts.get(document);
    if (known) return known;
    const before = newest.get(document.uri);
    const draft = checker.read(document.getText(), kindOf(document), { before });
    drafts.set(document, draft);
    newest.set(document.uri, draft);
    return draft;
  };

  const workOf = (
    uri: string,
    draft: Draft,
    settings: RuleSettings,
    silences: readonly Silence[],
    earlier: Draft | undefined,
  ): Work => {
    const bySettings = works.get(draft) ?? new WeakMap<RuleSettings, WeakMap<readonly Silence[], Work>>();
    works.set(draft, bySettings);
    const bySilences = bySettings.get(settings) ?? new WeakMap<readonly Silence[], Work>();
    bySettings.set(settings, bySilences);
    const known = bySilences.get(silences);
    if (known?.earlier === earlier && known) return known;
    const complete = !leftOut.of(uri, settings, silences);
    const work = {
      steps: checker.steps(draft, settings, earlier, complete ? undefined : (rule) => !leftOut.rule(rule)),
      complete,
      earlier,
      resultId: String(++results),
      result: undefined,
    };
    bySilences.set(silences, work);
    return work;
  };

  /** Works at the newest version as long as it is the newest; undefined where there is none. */
  const attempt = async (
    uri: string,
    settings: RuleSettings,
    silences: readonly Silence[],
    token: CancellationToken,
  ) => {
    running++;
    try {
      await nextTurn();
      throwIfCancelled(token);
      const document = open(uri);
      if (!document) return undefined;
      const draft = draftOf(document);
      const work = workOf(uri, draft, settings, silences, earlierOf(uri));
      let until = performance.now() + SLICE;
      while (!work.result && open(uri) === document) {
        const step = work.steps.next();
        if (step.done)
          work.result = { ...step.value, findings: quiet(step.value.findings, draft, silences).findings };
        else if (performance.now() >= until) {
          await nextTurn();
          until = performance.now() + SLICE;
        }
        throwIfCancelled(token);
      }
      return { document, draft, work };
    } finally {
      running--;
      ended = performance.now();
    }
  };

  return {
    read(uri) {
      const document = open(uri);
      return document && { document, draft: draftOf(document) };
    },
    async check(uri, token) {
      while (open(uri)) {
        const settings = await settingsOf(uri);
        const silences = await silencesOf(uri);
        const checked = await attempt(uri, settings, silences, token);
        if (!checked) continue;
        const { document, draft, work } = checked;
        const { result, resultId, complete } = work;
        if (earlierOf(uri) !== work.earlier) continue;
        if (!result || open(uri) !== document || (await settingsOf(uri)) !== settings) continue;
        if ((await silencesOf(uri)) !== silences) continue;
        if (open(uri) === document) return { document, draft, result, complete, resultId };
      }
      return undefined;
    },
    busy: () => running > 0 || performance.now() - ended < ANSWERS,
    closed: (uri) => void newest.delete(uri),
  };
}

const NONE: readonly Silence[] = [];

function kindOf({ languageId }: TextDocument): Draft['kind'] {
  return languageId === 'markdown' ? 'markdown' : 'text';
}
