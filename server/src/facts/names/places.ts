import type { Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import type { FactMemory } from '../speech-facts.ts';

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
export function readForeignPlaces(
  { title, paragraphs }: Speech,
  memory: FactMemory,
): readonly ForeignPlace[] {
  if (title === '' || GUEST.test(title)) return [];
  const level = LEVEL_TITLE.exec(title)?.[1];
  const named = NAMED_TITLE.exec(title);
  const name = named?.[1] !== undefined && !NO_NAME.test(named[1]) ? named : undefined;
  if (level === undefined && !name) return [];
  const found: ForeignPlace[] = [];
  let own = 0;
  for (const { text, role, toSource } of paragraphs) {
    if (role === 'title' || role === 'byline') continue;
    if (level !== undefined) {
      const said = memory.local(ownPlaces, text);
      own += said.levels[level] ?? 0;
      for (const { index, written, at } of said.places) {
        if (RANK[at]! <= RANK[level]! || isQuoted(text, index)) continue;
        const span = toSource({ start: index, end: index + written.length });
        found.push({ kind: 'level', written, span, own: `我${level}` });
      }
    }
    if (!name || !text.includes('政府')) continue;
    for (const { index, 0: whole, 1: other = '', 2: at } of text.matchAll(NAMED)) {
      if (at !== name[2] || other === name[1] || NO_NAME.test(other) || isQuoted(text, index)) continue;
      const span = toSource({ start: index, end: index + whole.length });
      found.push({ kind: 'name', written: whole, span, own: `${name[1]}${name[2]}` });
    }
  }
  // A speech that says 我县 more often than 我市 is that of a county's own leader.
  const levels = found.filter(({ kind }) => kind === 'level').length;
  return levels < own ? found : found.filter(({ kind }) => kind === 'name');
}

/** 我县 and its like in a paragraph, and how often it says 我 and 全 of each level. */
interface OwnPlaces {
  readonly places: readonly { readonly index: number; readonly written: string; readonly at: string }[];
  readonly levels: Readonly<Record<string, number>>;
}

function ownPlaces(text: string): OwnPlaces {
  const places = Array.from(text.matchAll(OWN), ({ index, 0: written, 1: at = '' }) => ({
    index,
    written,
    at,
  }));
  const levels: Record<string, number> = {};
  for (const [, level] of text.matchAll(/[我全]([省市县州盟旗])/g))
    levels[level!] = (levels[level!] ?? 0) + 1;
  return { places, levels };
}

/** Quotations are followed no further back than this. */
const REACH = 200;

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
