import path from 'node:path';
import type { PlacedEntry } from '../config/ignore-file.ts';
import { createIgnoreLoader } from '../config/ignores.ts';
import { archiveIn, type ConfigLayers, createConfigLoader } from '../config/loader.ts';
import type { ConfigProblem } from '../config/problem.ts';
import { readConfigBytes, readConfigText } from '../config/read.ts';
import { readDraft } from '../draft/read.ts';
import type { Draft, DraftKind } from '../draft/types.ts';
import { createCheckers } from '../engine/checkers.ts';
import { quiet } from '../engine/quiet.ts';
import type { Failure, Finding, Rule, RuleSettings } from '../engine/types.ts';
import type { Summarised } from '../engine/workspace.ts';
import { type Decoded, decode, type Undecodable } from '../files/decode.ts';
import { DRAFT_EXTENSIONS, type Found, findFiles } from '../files/find.ts';
import { readText } from '../files/read.ts';
import { createJiebaWorker } from '../words/jieba-worker.ts';
import { loadWords } from '../words/load.ts';
import { createSegmenters } from '../words/segmenters.ts';
import { createArchives, isArchive } from './archives.ts';
import { createBrokenRules } from './broken-rules.ts';
import { createComparison } from './compare.ts';
import { type Shell, say } from './io.ts';
import { type Silenced, showSilenced, type Unused } from './silenced.ts';
import type { Earlier } from './since.ts';

/** One file as checked. Without `draft` it could not be read, or not be checked; `failures` says why. */
export interface FileResult {
  readonly path: string;
  readonly draft?: Draft;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  /** Text of another draft of the run, where a finding points into it. */
  readonly textOf?: (path: string) => string | undefined;
  /** What was decided to be kept quiet and is not among `findings`. */
  readonly silenced?: readonly Silenced[];
  /** Decisions and comments that keep nothing quiet any more. */
  readonly unused?: Unused;
  /** The findings of this draft alone with another text: same rules, same decisions. */
  readonly recheck?: (text: string) => readonly Finding[];
}

export interface Selection {
  /** Names of the standard input for messages, configuration and format. */
  readonly stdinFilename?: string | undefined;
  readonly layers: ConfigLayers;
  /** All rules, for the configuration to be checked against. */
  readonly rules: readonly Rule[];
  /** Those of them that run. */
  readonly active: readonly Rule[];
  /** Full path of the folder of the archive, instead of what configurations say. */
  readonly archive?: string | undefined;
  /** The earlier text of a file, for the rules that look at what was changed. */
  readonly earlier?: Earlier | undefined;
}

/**
 * Checks the files that `given` stands for, one at a time, in order. What goes wrong is said on standard error,
 * once, and stands in the results too; the other files are still checked.
 */
export async function* checkFiles(
  given: readonly string[],
  selection: Selection,
  shell: Shell,
): AsyncGenerator<FileResult> {
  const archives = createArchives((sentence) => say(shell, sentence));
  const comparing = createComparison(selection.active, archives, (file) => path.resolve(shell.cwd, file));
  const broken = createBrokenRules((sentence) => say(shell, sentence));
  for await (const checked of checkEach(given, selection, shell)) {
    if (!comparing?.take(checked)) yield await broken.told(checked.result);
  }
  for await (const result of comparing?.results() ?? []) yield await broken.told(result);
  await broken.end();
}

/** One file, checked by itself. */
export interface Checked {
  readonly result: FileResult;
  /** By what it was checked, and what it tells the rules that compare drafts; absent where it was not checked. */
  readonly compared?: {
    readonly settings: RuleSettings;
    readonly summaries: Summarised['summaries'];
    readonly silences: readonly PlacedEntry[];
    /** Folder of the archive that it is compared with. */
    readonly archive?: string | undefined;
  };
}

async function* checkEach(
  given: readonly string[],
  { stdinFilename, layers, rules, active, archive, earlier }: Selection,
  shell: Shell,
): AsyncGenerator<Checked> {
  const { cwd } = shell;
  const loader = createConfigLoader(rules, readConfigText, { readBytes: readConfigBytes, ...layers });
  const ignores = createIgnoreLoader(
    rules.map(({ meta }) => meta.id),
    layers.file === false ? () => undefined : readConfigText,
  );
  const notes: string[] = [];
  const segmenters = createSegmenters({
    loadWords,
    jieba: createJiebaWorker(),
    tell: (note) => notes.push(`提示：${note}`),
  });
  const checkerOf = createCheckers(active);
  const said = new Set<string>();
  const tell = async (sentence: string): Promise<void> => {
    if (!said.has(sentence)) await say(shell, sentence);
    said.add(sentence);
  };
  const failed = async (file: string, reason: string): Promise<Checked> => {
    await tell(`${file}：${reason}。`);
    return { result: { path: file, findings: [], failures: [{ message: `${reason}。` }] } };
  };

  const found = await findFiles(given, cwd);
  if (found.length === 0) {
    const where = given.join('、') || '当前文件夹';
    await tell(`没有可检查的文件：${where} 下没有 ${endings()} 文件，或都被 .gitignore 排除。`);
  }
  for (const file of found) {
    const name = file.path === '-' ? (stdinFilename ?? '-') : file.path;
    if (file.failure !== undefined) {
      yield await failed(name, file.failure);
      continue;
    }
    const full = path.resolve(cwd, name);
    const settled = await loader.settingsFor(full);
    const decided = await ignores.silencesFor(full);
    if (settled.problems || decided.problems) {
      const problems = [...(settled.problems ?? []), ...(decided.problems ?? [])];
      const messages = problems.map((problem) => problemSentence(problem, cwd));
      for (const message of messages) await tell(message);
      yield { result: { path: name, findings: [], failures: messages.map((message) => ({ message })) } };
      continue;
    }
    if (settled.ignored) {
      if (file.named) await tell(`${name}：已按配置的 ignore 跳过（加 --no-config 可检查）。`);
      continue;
    }
    const decoded = await readFound(file, shell);
    if ('failure' in decoded) {
      yield await failed(name, decoded.failure);
      continue;
    }
    await segmenters.ready(settled.segmenter);
    const checker = checkerOf(segmenters.of(settled.segmenter));
    const draft = checker.read(decoded.text, kindOf(name));
    const before = await earlier?.(name);
    const { findings: all, failures: own } = checker.check(
      draft,
      settled.settings,
      before === undefined ? undefined : checker.read(before, draft.kind),
    );
    const { findings, silenced, unused } = quiet(all, draft, decided.silences);
    const folder = archive ?? settled.archive ?? (layers.file === false ? undefined : archiveIn(cwd));
    // A single speech by itself has none to be held against.
    const { summaries, failures: more } =
      found.length > 1 || draft.speeches.length > 1 || isArchive(folder)
        ? checker.summarise(draft, settled.settings)
        : NO_SUMMARIES;
    const failures = [...own, ...more];
    for (const note of notes) await tell(note);
    const isOn = ({ rule }: PlacedEntry) => ruleRuns(rule, active, settled.settings);
    const result: FileResult = {
      path: name,
      draft,
      findings,
      failures,
      silenced: showSilenced(silenced),
      unused: {
        ...(decided.file === undefined ? {} : { file: decided.file }),
        silences: unused.silences.filter(isOn),
        comments: unused.comments,
      },
      recheck(text) {
        const again = checker.read(text, draft.kind);
        return quiet(checker.check(again, settled.settings).findings, again, decided.silences).findings;
      },
    };
    yield {
      result,
      compared: { settings: settled.settings, summaries, silences: decided.silences, archive: folder },
    };
  }
}

function ruleRuns(id: string, active: readonly Rule[], settings: RuleSettings): boolean {
  return active.some(({ meta }) => meta.id === id) && (settings[id]?.level ?? 'off') !== 'off';
}

const NO_SUMMARIES: Summarised = { summaries: {}, failures: [] };

/** Reads one file, or standard input for `-`. */
export async function readFound(
  { path: name }: Pick<Found, 'path'>,
  shell: Shell,
): Promise<Decoded | Undecodable> {
  if (name !== '-') return readText(path.resolve(shell.cwd, name));
  const pieces: Uint8Array[] = [];
  for await (const piece of shell.stdin) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return decode(Buffer.concat(pieces));
}

/** Reads one file, or standard input for `-`, as a draft; what goes wrong is said on standard error, and undefined given. */
export async function readNamed(
  file: string,
  stdinFilename: string | undefined,
  shell: Shell,
): Promise<{ readonly name: string; readonly draft: Draft } | undefined> {
  const name = file === '-' ? (stdinFilename ?? '-') : file;
  const decoded = await readFound({ path: file }, shell);
  if (!('failure' in decoded)) return { name, draft: readDraft(decoded.text, kindOf(name)) };
  await say(shell, `${name}：${decoded.failure}。`);
  return undefined;
}

/** How a file is read, by its name. */
export function kindOf(name: string): DraftKind {
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text';
}

/** A mistake of a configuration file with its place. */
export function problemSentence({ file, line, column, message }: ConfigProblem, cwd: string): string {
  const relative = path.relative(cwd, file) || '.';
  return `${relative.startsWith('..') ? file : relative}:${line}:${column} ${message}`;
}

function endings(): string {
  return DRAFT_EXTENSIONS.map((ending) => `.${ending}`).join('、');
}
