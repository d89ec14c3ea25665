import fs from 'node:fs';
import path from 'node:path';
import type { Rule } from '../engine/types.ts';
import { isWorkspaceRule } from '../engine/workspace.ts';
import type { Undecodable } from '../files/decode.ts';
import { readSource, type Source } from '../files/source.ts';
import type { FileResult } from './collect.ts';
import { openHistory } from './git.ts';
import { introduced } from './introduced.ts';

/** Keeps of a result what the change since an earlier state brought. */
export type Since = (result: FileResult) => Promise<FileResult>;

/** A draft as it was, and how it is to be read: plain values that threads are sent. */
export type EarlierDraft = Pick<Source, 'text' | 'kind' | 'extras'>;

/** The earlier draft of a file; undefined where there is none that could be read. */
export type Earlier = (file: string) => Promise<EarlierDraft | undefined>;

/** What a run knows of an earlier state. */
export interface OpenedSince {
  readonly since: Since;
  readonly earlier: Earlier;
}

/** What is compared with: a state that git keeps, or an earlier file. */
export interface SinceOptions {
  readonly since?: string;
  readonly sinceFile?: string;
}

/** Opens the earlier state; undefined where none is asked for. A mistake is a Chinese sentence. */
export async function openSince(
  { since, sinceFile }: SinceOptions,
  paths: readonly string[],
  rules: readonly Rule[],
  cwd: string,
): Promise<{ readonly opened: OpenedSince | undefined } | { readonly mistake: string }> {
  const file = sinceFile ?? (since !== undefined && isFile(path.resolve(cwd, since)) ? since : undefined);
  if (file !== undefined) {
    const [only] = paths;
    if (paths.length !== 1 || only === undefined || isFolder(path.resolve(cwd, only))) {
      return { mistake: '与一份旧稿比较时，请只写一份新稿。' };
    }
    const old = await readSource(path.resolve(cwd, file));
    if ('failure' in old) return { mistake: `${file}：${old.failure}。` };
    return { opened: open(rules, async () => old) };
  }
  if (since === undefined) return { opened: undefined };
  const history = await openHistory(since, cwd);
  if ('mistake' in history) return history;
  return { opened: open(rules, history.read) };
}

type Read = (file: string) => Promise<Source | Undecodable | undefined>;

function open(rules: readonly Rule[], read: Read): OpenedSince {
  const known = new Map<string, ReturnType<Read>>();
  const once: Read = (file) => {
    const found = known.get(file) ?? read(file);
    known.set(file, found);
    return found;
  };
  return {
    since: keeping(rules, once),
    async earlier(file) {
      const old = await once(file);
      if (!old || 'failure' in old) return undefined;
      const { text, kind, extras } = old;
      const { marks = [], starts = new Set() } = extras;
      return { text, kind, extras: { marks, starts } };
    },
  };
}

function keeping(rules: readonly Rule[], read: Read): Since {
  const comparing = new Set(rules.filter(isWorkspaceRule).map(({ meta }) => meta.id));
  return async (result) => {
    const { draft, openCheck, findings } = result;
    if (!draft || !openCheck || findings.length === 0) return result;
    const old = await read(result.path);
    if (!old) return result;
    if ('failure' in old)
      return { ...result, failures: [...result.failures, { message: `旧稿：${old.failure}。` }] };
    const isSame = old.text === draft.text && !old.word && !result.word;
    const before = {
      text: old.text,
      findings: isSame ? findings : (await openCheck())(old.text, old.extras),
    };
    const left = introduced(before, { text: draft.text, findings }, ({ ruleId }) => !comparing.has(ruleId));
    return { ...result, findings: left };
  };
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
