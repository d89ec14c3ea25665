import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import { speechAt } from '../draft/place.ts';
import type { Speech } from '../draft/types.ts';
import type { FactMemory } from '../facts/facts.ts';
import { overBudget } from '../facts/phrases/budget.ts';
import { readPhraseSections } from '../facts/phrases/sections.ts';
import { readInitials } from '../lexicon/initials.ts';
import { PHRASE_GROUPS } from '../lexicon/phrase-groups.ts';
import { readEntry } from '../lexicon/phrase-index.ts';
import { allPhrases } from '../lexicon/phrase-lists.ts';
import { toRange } from './convert.ts';
import type { Reading } from './documents.ts';

/** Proposes set phrases at a position of a draft whose facts are in `memory`; `times` is the budget of a phrase (see the rule stock-phrase). */
export type CompletePhrases = (
  reading: Reading,
  position: Position,
  memory: FactMemory,
  times: number,
) => CompletionItem[];

/** Whether the section `hegao` of the editor's settings asks for phrases. */
export function completesPhrases(section: unknown): boolean {
  const { completion } = (section ?? {}) as { completion?: { phrases?: unknown } | null };
  return completion?.phrases === true;
}

interface Known {
  readonly phrase: string;
  readonly group: string;
}

const MOST = 40;

/** Makes the proposer; the list is read when first asked for. */
export function createCompletion(): CompletePhrases {
  let list: readonly Known[] | undefined;
  let initials: ReturnType<typeof readInitials> | undefined;
  const phrases = (): readonly Known[] => {
    list ??= allPhrases()
      .map(({ entry, group }) => readEntry(entry, group))
      .filter(({ head, tail }) => head === '' && tail === '');
    return list;
  };

  return ({ document, draft }, position, memory, times) => {
    const end = document.offsetAt(position);
    const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
    const speech = speechAt(draft, end);
    if (!speech) return [];
    const typed = /[a-z]{2,8}$/.exec(line)?.[0];
    if (typed) initials ??= readInitials();
    const letters = initials;
    const [written, fitting] =
      typed && letters
        ? [typed, phrases().filter(({ phrase }) => reads(phrase, typed, letters))]
        : byBeginning(line, phrases());
    if (fitting.length === 0) return [];
    const sections = readPhraseSections(speech, memory);
    const { spent } = overBudget(speech, sections, times);
    const wanted = groupsFor(speech, end);
    const range = toRange(document, { start: end - written.length, end });
    const rank = ({ group }: Known): number => {
      const place = wanted.indexOf(group);
      return place < 0 ? wanted.length : place;
    };
    return fitting
      .filter(({ phrase }) => !spent.has(phrase))
      .sort((a, b) => rank(a) - rank(b) || a.phrase.length - b.phrase.length)
      .slice(0, MOST)
      .map(({ phrase, group }, i) => ({
        label: phrase,
        kind: CompletionItemKind.Text,
        detail: PHRASE_GROUPS[group]?.purpose ?? '',
        filterText: written,
        sortText: String(i).padStart(3, '0'),
        textEdit: { range, newText: phrase },
      }));
  };
}

/** Whether the initials of a phrase begin with the letters typed. */
function reads(phrase: string, typed: string, initials: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const characters = phrase.replace(/[^\u4e00-\u9fff]/g, '');
  if (typed.length > characters.length) return false;
  for (let i = 0; i < typed.length; i++) if (!initials.get(typed[i]!)?.has(characters[i]!)) return false;
  return true;
}

/** The longest end of the line, of two to six characters, with which phrases begin, and these. */
function byBeginning(line: string, all: readonly Known[]): readonly [string, Known[]] {
  const tail = /(?<![\u4e00-\u9fff“])[\u4e00-\u9fff“]{2,}$/.exec(line)?.[0].slice(-6) ?? '';
  for (let size = tail.length; size >= 2; size--) {
    const written = tail.slice(-size);
    const found = all.filter(({ phrase }) => phrase.length > size && phrase.startsWith(written));
    if (found.length > 0) return [written, found];
  }
  return ['', []];
}

/** What the words of a heading call for, as letters of groups. */
const CALLS: readonly (readonly [RegExp, string])[] = [
  [/问题|不足|差距|短板/, 'gdb'],
  [/成绩|成效|回顾|收获|肯定/, 'fpb'],
  [/认识|形势|意义|思想|站位/, 'ebdr'],
  [/落实|责任|保障|组织|领导|督查|考核/, 'jdki'],
  [/作风|廉洁|自身|队伍|纪律/, 'kdj'],
  [/目标|要求|思路/, 'hdr'],
  [/任务|重点|措施|推进|抓好|加快|着力/, 'ihj'],
];

/** Groups that fit the place, the fittest first. */
function groupsFor({ headings, paragraphs, span }: Speech, offset: number): string {
  const under = headings.filter((heading) => heading.span.start < offset);
  if (under.length === 0) return 'abcomn';
  const last = paragraphs[paragraphs.length - 1];
  const near = under[under.length - 1]!;
  const closing =
    last !== undefined &&
    offset >= last.span.start &&
    offset - near.span.end > (span.end - near.span.end) / 2;
  const call = [near, ...under.filter(({ parent }) => parent < 0).slice(-1)]
    .flatMap(({ title }) => CALLS.filter(([pattern]) => pattern.test(title)))
    .map(([, groups]) => groups)
    .join('');
  return (closing ? 'l' : '') + (call === '' ? 'ijdp' : call);
}
