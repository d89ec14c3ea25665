import { Type } from 'typebox';
import type { Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Fix, Report } from '../engine/types.ts';
import { overBudget, type PhraseBudget } from '../facts/phrases/budget.ts';
import {
  countedIn,
  type PhraseSection,
  readPhraseSections,
  type SaidPhrase,
  saidIn,
  spanOf,
} from '../facts/phrases/sections.ts';
import { emptySentences } from '../facts/phrases/sentences.ts';
import { BASELINE } from '../lexicon/phrase-baseline.ts';

const options = Type.Object(
  {
    times: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 3,
      description: '一个说法一篇里用到几次以内不提示',
    }),
    density: Type.Number({
      minimum: 1,
      maximum: 1000,
      default: 25,
      description: '一部分里每千字的现成说法在多少处以内不提示',
    }),
    sentence: Type.Integer({
      minimum: 2,
      maximum: 20,
      default: 3,
      description: '一句里有几处现成说法而没有具体内容才提示',
    }),
    phrases: Type.Array(Type.String({ minLength: 2 }), {
      default: [],
      description: '本单位自己的现成说法；“…”表示中间可以填字，“=”后面写平实的说法',
    }),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'stock-phrase',
  title: '现成说法用得过多：一个说法反复用，一句话里全是，一部分里太密',
  level: 'info',
  finalLevel: 'off',
  source: '建议',
  options,
  check: (speech, { times, density, sentence, phrases }, { facts }) => {
    const own = facts.ownPhrases(phrases);
    const sections = readPhraseSections(speech, facts, own);
    const budget = overBudget(speech, sections, times);
    return sections.flatMap((section) => {
      const report = repeated(section, budget) ?? empty(section, sentence) ?? dense(section, density, speech);
      return report ? [report] : [];
    });
  },
});

/** The phrase of which the section has the first place beyond its budget. */
function repeated({ said }: PhraseSection, { over }: PhraseBudget): Report | undefined {
  if (over.length === 0) return undefined;
  const own = new Set(said.map(({ paragraph }) => paragraph));
  const beyond = over.filter(({ first }) => own.has(first.paragraph));
  const worst = beyond.sort((a, b) => b.all.length / b.usual - a.all.length / a.usual)[0];
  if (!worst) return undefined;
  const { phrase, all, usual, first } = worst;
  const others = beyond.slice(1, 4).map((one) => `“${one.phrase}”${one.all.length}次`);
  const more = others.length > 0 ? `本部分还有${others.join('、')}。` : '';
  return {
    messageId: 'repeated',
    message: `“${phrase}”本稿用了${all.length}次，同类讲话一般不超过${usual}次，可酌情精简。${more}`,
    span: spanOf(first),
    related: all
      .filter((one) => one !== first)
      .slice(0, 10)
      .map((one) => ({ message: `“${phrase}”也用在这里`, span: spanOf(one) })),
    fixes: plainerFixes([first]),
  };
}

function empty(section: PhraseSection, least: number): Report | undefined {
  const sentences = emptySentences(section, least);
  const [worst] = [...sentences].sort((a, b) => b.said.length - a.said.length);
  if (!worst) return undefined;
  const names = worst.said.slice(0, 4).map(({ hit }) => `“${hit.phrase}”`);
  const more = sentences.length > 1 ? `本部分这样的句子有${sentences.length}句。` : '';
  return {
    messageId: 'sentence',
    message: `这一句用了${worst.said.length}处现成说法（${names.join('')}），没有数字、地点、时限或具体做法，可补一件实事或酌情精简。${more}`,
    span: worst.span,
    related: sentences
      .filter((one) => one !== worst)
      .slice(0, 10)
      .map(({ span }) => ({ message: '这一句也是', span })),
    fixes: plainerFixes(worst.said),
  };
}

/** Sections shorter than this have no density to speak of. */
const SHORTEST = 300;

function dense(section: PhraseSection, budget: number, speech: Speech): Report | undefined {
  const { characters, title } = section;
  const found = (countedIn(section) * 1000) / characters;
  if (characters < SHORTEST || found <= budget) return undefined;
  const counted = saidIn([section]).filter((one) => one.counted);
  const part = title === '' ? (speech.headings.length > 0 ? '开头部分' : '本篇') : '这一部分';
  return {
    messageId: 'dense',
    message: `${part}每千字有${found.toFixed(1)}处现成说法，${BASELINE.source}中一般不超过${budget}处（居中的是${BASELINE.median}处），可酌情精简。`,
    span: spanOf(counted[0]!),
    related: counted.slice(1, 11).map((one) => ({ message: `“${one.hit.phrase}”`, span: spanOf(one) })),
    fixes: plainerFixes(counted.slice(0, 1)),
  };
}

/** Plainer wording for phrases that have some. */
function plainerFixes(said: readonly SaidPhrase[]): readonly Fix[] {
  return said.slice(0, 4).flatMap((one) =>
    one.hit.plainer.map((newText) => ({
      title: `“${one.hit.phrase}”改为“${newText}”`,
      safety: 'suggestion' as const,
      edits: [{ span: spanOf(one), newText }],
    })),
  );
}
