import type { Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import type { Said } from '../columns.ts';
import type { FactMemory, ParagraphFacts } from '../facts.ts';

/** A word for the speaker's own place that the title of the speech does not bear; spans are in the source. */
export interface ForeignPlace {
  readonly kind: 'level' | 'name';
  readonly written: string;
  readonly span: Span;
  /** 我市 or the place of the title. */
  readonly own: string;
}

/** Levels by the character; a district and a banner are as a county. */
const RANK: Readonly<Record<string, number>> = {
  省: 0,
  市: 1,
  州: 1,
  盟: 1,
  县: 2,
  区: 2,
  旗: 2,
  乡: 3,
  镇: 3,
};
/** Those who speak at the meeting of a higher level speak of their own place. */
const GUEST = /发言|汇报|交流|表态|述职|经验|材料|推介|致辞|致词|介绍|自治区/;
const LEVEL_TITLE = /全([省市县州盟旗])(?!场)/;
const OWN = /(?<![自忘无本小大你])我([县区旗乡镇市])(?![域间别块分位场民值价容愁亲定静直辖])/g;
const NAMED_TITLE = /^(?:在|中共)?([\u4e00-\u9fff]{2,3})([市县区])(?!场|长|民|委员)/;
const NAMED =
  /(?<=^|[，。；：])([\u4e00-\u9fff]{2,3})([市县区])委、\2政府(?=(?:研究)?决定|要求|作出|部署|号召|对此|高度重视|提出)/g;
const NO_NAME = /^[各本我省原某]|全|[省市县区]$/;

/** 我县 in a speech to the whole city, and another city's 市委、市政府 that decides, left from a borrowed draft. */
export function readForeignPlaces(speech: Speech, memory: FactMemory): readonly ForeignPlace[] {
  const { title } = speech;
  if (title === '' || GUEST.test(title)) return [];
  const level = LEVEL_TITLE.exec(title)?.[1];
  const named = NAMED_TITLE.exec(title);
  const name = named?.[1] !== undefined && !NO_NAME.test(named[1]) ? named : undefined;
  if (level === undefined && !name) return [];
  const foreign = level === undefined ? [] : foreignLevels(speech, level, memory);
  const names = name ? foreignNames(speech, [name[1]!, name[2]!], memory) : [];
  return [...foreign, ...names];
}

/** A speech that says 我县 more often than 我市 is that of a county's own leader. */
function foreignLevels(speech: Speech, level: string, { said }: FactMemory): readonly ForeignPlace[] {
  const all = said(speech, ownPlaces).filter((one) => isSpoken(speech, one));
  const own = all.reduce((sum, { said: { levels } }) => sum + (levels[level] ?? 0), 0);
  const found = all.flatMap(({ index, said: { places } }) =>
    places
      .filter(({ at }) => RANK[at]! > RANK[level]!)
      .map(({ written, within }): ForeignPlace => {
        const span = speech.paragraphs[index]!.toSource(within);
        return { kind: 'level', written, span, own: `我${level}` };
      }),
  );
  return found.length < own ? found : [];
}

function foreignNames(
  speech: Speech,
  [own, level]: readonly [string, string],
  { said }: FactMemory,
): readonly ForeignPlace[] {
  return said(speech, namedPlaces)
    .filter((one) => isSpoken(speech, one))
    .flatMap(({ index, said: places }) =>
      places
        .filter(({ at, name }) => at === level && name !== own)
        .map(({ written, within }): ForeignPlace => {
          const span = speech.paragraphs[index]!.toSource(within);
          return { kind: 'name', written, span, own: own + level };
        }),
    );
}

function isSpoken({ paragraphs }: Speech, { index }: Said<unknown>): boolean {
  const { role } = paragraphs[index]!;
  return role !== 'title' && role !== 'byline';
}

/** A place as a paragraph names it, with the character of its level. */
interface Place {
  readonly written: string;
  readonly within: Span;
  readonly at: string;
}

/** 我县 and its like in a paragraph, and how often it says 我 and 全 of each level. */
interface OwnPlaces {
  readonly places: readonly Place[];
  readonly levels: Readonly<Record<string, number>>;
}

function ownPlaces({ text }: ParagraphFacts): OwnPlaces | undefined {
  const places = placesOf(text, OWN).map(({ match, ...place }) => ({ ...place, at: match[1]! }));
  const levels: Record<string, number> = {};
  for (const [, level] of text.matchAll(/[我全]([省市县区州盟旗])/g))
    levels[level!] = (levels[level!] ?? 0) + 1;
  return places.length > 0 || Object.keys(levels).length > 0 ? { places, levels } : undefined;
}

/** Other places' 市委、市政府 in a paragraph. */
function namedPlaces({ text }: ParagraphFacts): readonly (Place & { readonly name: string })[] {
  if (!text.includes('政府')) return [];
  return placesOf(text, NAMED)
    .map(({ match, ...place }) => ({ ...place, name: match[1]!, at: match[2]! }))
    .filter(({ name }) => !NO_NAME.test(name));
}

function placesOf(text: string, pattern: RegExp) {
  return Array.from(text.matchAll(pattern), (match) => ({
    match,
    written: match[0],
    within: { start: match.index, end: match.index + match[0].length },
  })).filter(({ within }) => !isQuoted(text, within.start));
}

/** Quotations are followed no further back than this. */
const REACH = 200;

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
