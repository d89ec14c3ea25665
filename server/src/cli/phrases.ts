import { slice } from '../draft/span.ts';
import type { Draft, Speech } from '../draft/types.ts';
import { createFactMemory } from '../facts/facts.ts';
import { BASELINE } from '../lexicon/phrase-baseline.ts';
import { createJiebaWorker, type JiebaWorker } from '../words/jieba-worker.ts';
import { loadWords } from '../words/load.ts';
import type { Keyword } from '../words/words.ts';
import { readNamed } from './collect.ts';
import { EXIT, type Shell, say } from './io.ts';
import { toJson } from './json.ts';
import { type PhraseProfile, phraseProfile } from './phrase-profile.ts';
import { printable, printableLine } from './width.ts';

export interface PhrasesOptions {
  readonly format: 'text' | 'json';
  readonly keywords: boolean;
  readonly stdinFilename?: string;
}

/** A profile, with the keywords that were asked for. */
type Profile = PhraseProfile & {
  readonly keywords: Readonly<Record<'tfidf' | 'textrank', readonly Keyword[]>> | null;
};

const KEYWORDS = 15;

/** `hegao phrases`: the set phrases of one draft beside those of published reports. Settles with the exit code. */
export async function phrases(
  file: string,
  options: PhrasesOptions,
  shell: Shell,
  jieba: Pick<JiebaWorker, 'keywords'> = createJiebaWorker(),
): Promise<number> {
  const named = await readNamed(file, options.stdinFilename, shell);
  if (named === undefined) return EXIT.failed;
  const { name, draft } = named;
  const loaded = loadWords();
  if ('missing' in loaded) await say(shell, `提示：${loaded.missing}`);
  const facts = createFactMemory(() => ('words' in loaded ? loaded.words : undefined));
  const speeches: Profile[] = [];
  let asking = options.keywords;
  for (const speech of draft.speeches) {
    const found = asking ? await keywordsOf(draft, speech, jieba) : undefined;
    if (found && 'missing' in found) {
      await say(shell, `提示：${found.missing}，本次不列关键词，其余不受影响。`);
      asking = false;
    }
    const keywords = found && !('missing' in found) ? found : null;
    speeches.push({ ...phraseProfile(draft, speech, facts), keywords });
  }
  shell.out.write(
    options.format === 'json'
      ? `${toJson({ baseline: BASELINE.source, speeches }, 2)}\n`
      : `${[printableLine(name), ...speeches.flatMap(show)].join('\n')}\n`,
  );
  return EXIT.clean;
}

async function keywordsOf(
  draft: Draft,
  speech: Speech,
  jieba: Pick<JiebaWorker, 'keywords'>,
): Promise<NonNullable<Profile['keywords']> | { readonly missing: string }> {
  const text = slice(draft.text, speech.span);
  const tfidf = await jieba.keywords(text, KEYWORDS, 'tfidf');
  if ('missing' in tfidf) return tfidf;
  const textrank = await jieba.keywords(text, KEYWORDS, 'textrank');
  if ('missing' in textrank) return textrank;
  return { tfidf: tfidf.keywords, textrank: textrank.keywords };
}

function show(profile: Profile, index: number): string[] {
  const { title, characters, groups, sections, most, keywords } = profile;
  const words = (list: readonly Keyword[]): string => list.map(({ word }) => printable(word)).join('、');
  return [
    '',
    `第${index + 1}篇 ${title === '' ? '（无标题）' : printable(title)}（正文${characters}字）`,
    `  按类别（每万字处数；括号内为${BASELINE.source}）`,
    ...groups.map(
      ({ group, count, per10000, baseline }) =>
        `    ${group} ${count}处，${per10000}${baseline === null ? '' : `（${baseline}）`}`,
    ),
    `  按部分（只计入密度的几类；${BASELINE.source}每千字居中${BASELINE.median}处，一般不超过${BASELINE.usual}处）`,
    ...sections.map(
      ({ title: part, count, per1000, characters: size }) =>
        `    ${part === '' ? '（开头）' : printable(part)} ${count}处，每千字${per1000}处（${size}字）`,
    ),
    ...(most.length > 0 ? ['  最常用的'] : []),
    ...most.map(({ phrase, count, line, group }) => `    ${phrase} ${count}次（${group}，首见第${line}行）`),
    ...(keywords
      ? [`  关键词（TF-IDF）：${words(keywords.tfidf)}`, `  关键词（TextRank）：${words(keywords.textrank)}`]
      : []),
  ];
}
