import fs from 'node:fs';
import path from 'node:path';
import { isClassified } from '../draft/classified.ts';
import { describePlace } from '../draft/place.ts';
import type { Draft } from '../draft/types.ts';
import { opinionsOf } from '../engine/opinions.ts';
import type { Finding } from '../engine/types.ts';
import { readBytes } from '../files/read.ts';
import { isSameFile, writeFile } from '../files/write.ts';
import type { Remark, Signature } from '../word/annotate/types.ts';
import type { FileResult } from './collect.ts';
import { type Shell, say } from './io.ts';
import { LEVEL_NAMES } from './summary.ts';

export interface AnnotateOptions {
  readonly annotate?: string;
  readonly annotateChanges?: true;
  readonly annotateDate?: string;
  readonly force?: true;
}

/** Writes what is reported of a Word file into a copy of it. */
export interface Annotation {
  readonly take: (result: FileResult) => void;
  /** Writes the copy, whole or not at all, and says so; why not is a Chinese phrase. To be called once, after the end. */
  readonly finish: () => Promise<string | undefined>;
}

type Opened = { readonly annotation?: Annotation } | { readonly mistake: string };

const AUTHOR = '核稿';
const INITIALS = '核';
const WORD_NAME = /\.(?:docx|docm|dotx|dotm)$/i;

/** Looks at what the options of `--annotate` ask for before anything is checked. A mistake is a Chinese sentence. */
export function openAnnotation(
  paths: readonly string[],
  { annotate: to, annotateChanges, annotateDate, force }: AnnotateOptions,
  shell: Shell,
): Opened {
  if (to === undefined) {
    const lost = force ? '--force' : annotateChanges ? '--annotate-changes' : '--annotate-date';
    return (force ?? annotateChanges ?? annotateDate)
      ? { mistake: `${lost} 要和 --annotate 文件.docx 同用。` }
      : {};
  }
  const date = dateOf(annotateDate);
  if (date === undefined) return { mistake: '--annotate-date 要写成 2026-03-05T08:00:00 这样。' };
  const [from, ...more] = paths;
  if (from === undefined || more.length > 0 || from === '-' || isFolder(path.resolve(shell.cwd, from))) {
    return { mistake: '--annotate 一次只写一份稿子的批注，请写明一个 .docx 文件。' };
  }
  const source = path.resolve(shell.cwd, from);
  const target = path.resolve(shell.cwd, to);
  const refused = refusal(source, target, force === true);
  if (refused !== undefined) return { mistake: `${to}：${refused}。` };
  let taken: FileResult | undefined;
  return {
    annotation: {
      take(result) {
        if (path.resolve(shell.cwd, result.path) === source) taken = result;
      },
      async finish() {
        if (!taken?.draft) return `${to}：稿子没有读成，没有写入`;
        const again = refusal(source, target, force === true);
        if (again !== undefined) return `${to}：${again}`;
        const signature = { author: AUTHOR, initials: INITIALS, date };
        const done = await writeAnnotated(taken, source, target, annotateChanges === true, signature);
        if ('failure' in done) return `${to}：${done.failure}`;
        const { comments, changes } = done;
        const what = comments === 0 ? '没有问题，与原稿相同' : `批注${comments}处`;
        await say(shell, `${to}：已写入，${what}${annotateChanges ? `，修订${changes}处` : ''}。`);
        return undefined;
      },
    },
  };
}

function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

function dateOf(given: string | undefined): string | undefined {
  if (given === undefined) {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    return `${local.toISOString().slice(0, 19)}Z`;
  }
  const [whole, seconds] = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z?$/.exec(given) ?? [];
  if (whole === undefined) return undefined;
  const full = `${whole.replace('Z', '')}${seconds === undefined ? ':00' : ''}Z`;
  return Number.isNaN(Date.parse(full)) ? undefined : full;
}

/** Why a file is not written, before anything of it is made. */
function refusal(source: string, target: string, force: boolean): string | undefined {
  const ending = path.extname(WORD_NAME.test(source) ? source : '稿.docx').toLowerCase();
  if (path.extname(target).toLowerCase() !== ending) return `批注稿的文件名应以 ${ending} 结尾，没有写入`;
  if (isSameFile(source, target)) return '这是稿子本身，没有写入；请给批注稿另起一个名字';
  if (!force && fs.existsSync(target)) return '已有这个文件，没有写入（要覆盖请加 --force）';
  return undefined;
}

async function writeAnnotated(
  { draft, word, findings }: FileResult,
  source: string,
  target: string,
  withChanges: boolean,
  signature: Signature,
): Promise<{ readonly failure: string } | { readonly comments: number; readonly changes: number }> {
  if (isClassified(draft!.text)) return { failure: '稿子标有密级，不写批注稿；请在涉密计算机上核' };
  if (!word) {
    return {
      failure:
        '稿子不是 Word 文件，写不了批注，没有写入；请先用 hegao export 排成 .docx，或用 hegao opinions 生成核稿意见表',
    };
  }
  const bytes = readBytes(source);
  if ('failure' in bytes) return bytes;
  const { annotateWord, readWord } = await import('../word/index.ts');
  const document = readWord(bytes);
  if ('failure' in document) return document;
  if (document.text !== draft!.text) return { failure: '稿子在此期间改动过，没有写入，请再运行一次' };
  const remarks = remarksOf(draft!, findings, withChanges);
  const annotated = annotateWord(bytes, document, remarks, signature);
  if ('failure' in annotated) return annotated;
  const failure = writeFile(target, annotated.bytes);
  return failure === undefined ? annotated : { failure: `没有写入（${failure}）` };
}

const MOST_RELATED = 3;

/** Findings as remarks for the margin: what is wrong, what to do, where else to look, and how sure the rule is. */
export function remarksOf(
  draft: Draft,
  findings: readonly Finding[],
  withChanges: boolean,
): readonly Remark[] {
  const opinions = opinionsOf(draft, findings);
  return findings.map(({ span, fixes, related, severity, ruleId }, i) => {
    const { problem, advice } = opinions[i]!;
    const places = related
      .filter(({ path }) => path === undefined)
      .slice(0, MOST_RELATED)
      .map((other) => `${other.message}（${describePlace(draft, other.span.start)}）`);
    const [fix] = withChanges ? fixes : [];
    return {
      span,
      lines: [
        problem,
        `建议：${advice}`,
        ...(places.length > 0 ? [`另见：${places.join('；')}`] : []),
        `【${LEVEL_NAMES[severity]}】${ruleId}`,
      ],
      ...(fix ? { edits: fix.edits } : {}),
    };
  });
}
