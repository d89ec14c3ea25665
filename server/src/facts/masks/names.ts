import { addTo } from '../../draft/lists.ts';
import { contains, type Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import { NOUNS } from '../placeholders/nouns.ts';
import type { Masked } from './context.ts';
import { byParagraph, oneThing, type Sighting } from './sightings.ts';
import { splitName } from './signs.ts';

/** Places and firms: what bears a name of its own, told from others by that name alone. */
const NAMED = /^(?:[省市县区州盟旗镇乡]|新区|集团|自治[州县])$/;
/** Characters that lead over to a noun and stand in few names: 全市, 各县, 工业园区, 第一书记. */
const NO_NAME =
  /[全各本我该这那每其两几首等的和与及或在对为是有把被从向让省市县区州镇乡村外周城园社级一二三四五六七八九十]/;
/** Counties with a name of one character (the list of administrative divisions); 富县 reads as a verb. */
const SHORT_COUNTIES =
  '蔚易雄唐赵献青景威磁涉魏盂祁绛夏应代岚隰吉蒲沁萧泗歙黟寿莘冠曹单莒费杞嵩叶郏浚淇滑范温睢息房澧攸忠珙渠茂陇岐眉乾礼洋勉徽岷漳环';
const FRAME = 4;
const HAN_FRAME = /^[\u4e00-\u9fff]{4}$/;
const LONGEST_NAME = 4;
/** No sentence is read further than this to either side. */
const REACH = 300;
/** Of frames that begin alike no more are tried, so that the cost stays linear. */
const MOST_FRAMES = 16;

/** Of these a speech knows one, so that what stands for one mask stands for all. */
const ONE = /^(?:[省市州盟]|自治州)/;

interface Frame {
  readonly lead: string;
  readonly group: readonly Masked[];
  readonly behind: string;
  readonly members: ReadonlyMap<number, readonly Masked[]>;
}

/**
 * For groups of masked names the real name that stands in the same frame in another sentence: four characters before
 * and four behind it are the same, and no other name stands so. All places of that name are given. One pass for all
 * groups. Masks of its frame are put into `framed`.
 */
export function nameValues(
  speech: Speech,
  groups: readonly (readonly Masked[])[],
  framed: Set<Masked>,
): ReadonlyMap<readonly Masked[], readonly Sighting[]> {
  const frames = framesOf(groups);
  const seen = new Map<readonly Masked[], Sighting[]>();
  if (frames.size === 0) return new Map();
  const lastSigns = new Set([...frames.keys()].map((lead) => lead.charCodeAt(FRAME - 1)));
  speech.paragraphs.forEach(({ text, toSource }, index) => {
    for (let at = FRAME; at < text.length; at++) {
      if (!lastSigns.has(text.charCodeAt(at - 1))) continue;
      for (const { group, lead, behind, members } of frames.get(text.slice(at - FRAME, at)) ?? []) {
        const end = nameEnd(text, at, behind);
        if (end === undefined || stand(members.get(index), sentenceAround(text, at))) continue;
        const sighting = { text: text.slice(at, end), span: toSource({ start: at, end }) };
        addTo(seen, group, sighting);
        if (seen.get(group)!.length === 1)
          for (const masked of group)
            if (ofOneName(masked.placeholder.text) || isFramed(masked, lead, behind)) framed.add(masked);
      }
    }
  });
  return new Map(
    [...seen].flatMap(([group, all]) => {
      const [first] = oneThing(all) ?? [];
      return first ? [[group, everywhere(speech, first.text)] as const] : [];
    }),
  );
}

/** Every place of a name in the speech. */
function everywhere({ paragraphs }: Speech, name: string): readonly Sighting[] {
  return paragraphs.flatMap(({ text, toSource }) => {
    const found: Sighting[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({ text: name, span: toSource({ start: at, end: at + name.length }) });
    return found;
  });
}

/** The sentence that holds `at`, as far as it is read. */
function sentenceAround(text: string, at: number): Span {
  const before = text.slice(Math.max(0, at - REACH), at);
  const stop = text.slice(at, at + REACH).search(/[。！？]/);
  const start = at - before.length + Math.max(...[...'。！？'].map((sign) => before.lastIndexOf(sign))) + 1;
  return { start, end: stop < 0 ? at + REACH : at + stop };
}

/** Whether one of the masks stands in a sentence: beside the real name it would be another thing. */
function stand(members: readonly Masked[] = [], sentence: Span): boolean {
  return members.some(({ placeholder }) => contains(sentence, placeholder.span));
}

/** Frames by the four characters that stand before the mask. */
function framesOf(groups: readonly (readonly Masked[])[]): ReadonlyMap<string, readonly Frame[]> {
  const frames = new Map<string, Frame[]>();
  for (const group of groups) {
    const known = new Set<string>();
    const members = byParagraph(group);
    for (const { before, after, placeholder } of group) {
      const noun = splitName(placeholder.text)?.noun ?? '';
      const lead = before.slice(-FRAME);
      const behind = noun + after.slice(0, FRAME);
      if (!NAMED.test(noun) || !HAN_FRAME.test(lead) || !HAN_FRAME.test(after.slice(0, FRAME))) continue;
      const alike = frames.get(lead) ?? [];
      if (known.has(lead + behind) || alike.length >= MOST_FRAMES) continue;
      known.add(lead + behind);
      frames.set(lead, [...alike, { group, lead, behind, members }]);
    }
  }
  return frames;
}

/** Whether a mask stands for a place of which the speech has but one. */
export function ofOneName(text: string): boolean {
  return ONE.test(splitName(text)?.noun ?? '');
}

function isFramed({ before, after, placeholder }: Masked, lead: string, behind: string): boolean {
  const noun = splitName(placeholder.text)?.noun ?? '';
  return before.endsWith(lead) && (noun + after).startsWith(behind);
}

/** End of a real name with its noun at `at` before `behind`, which begins with the noun. */
function nameEnd(text: string, at: number, behind: string): number | undefined {
  const noun = behind.slice(0, -FRAME);
  for (let length = 1; length <= LONGEST_NAME; length++) {
    if (!text.startsWith(behind, at + length)) continue;
    const name = text.slice(at, at + length);
    return isProper(name, noun) ? at + length + noun.length : undefined;
  }
  return undefined;
}

function isProper(name: string, noun: string): boolean {
  if (!/^[\u4e00-\u9fff]+$/.test(name) || NO_NAME.test(name)) return false;
  if (name.length === 1) return noun === '县' && SHORT_COUNTIES.includes(name);
  return !NOUNS.has(name.slice(-1) + noun) && !NOUNS.has(name + noun);
}
