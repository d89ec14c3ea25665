import type { Speech } from '../../draft/types.ts';
import { NOUNS } from '../placeholders/nouns.ts';
import type { Masked } from './context.ts';
import { oneThing, type Sighting } from './sightings.ts';
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
/** Of frames that begin alike no more are tried, so that the cost stays linear. */
const MOST_FRAMES = 16;

interface Frame {
  readonly group: readonly Masked[];
  readonly behind: string;
}

/**
 * For groups of masked names the real name that stands in the same frame in another sentence: four characters before
 * and four behind it are the same, and no other name stands so. All places of that name are given. One pass for all groups.
 */
export function nameValues(
  speech: Speech,
  groups: readonly (readonly Masked[])[],
): ReadonlyMap<readonly Masked[], readonly Sighting[]> {
  const frames = framesOf(groups);
  const seen = new Map<readonly Masked[], Sighting[]>();
  if (frames.size === 0) return new Map();
  speech.paragraphs.forEach(({ text, toSource }, index) => {
    for (let at = FRAME; at < text.length; at++) {
      for (const { group, behind } of frames.get(text.slice(at - FRAME, at)) ?? []) {
        const end = nameEnd(text, at, behind);
        if (end === undefined || group.some((masked) => masked.index === index && inSentence(masked, at)))
          continue;
        const sighting = { text: text.slice(at, end), span: toSource({ start: at, end }) };
        seen.set(group, [...(seen.get(group) ?? []), sighting]);
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

/** Whether no full stop parts a mask from `at`: there the two would be two things. */
function inSentence({ paragraph, placeholder: { span } }: Masked, at: number): boolean {
  const words = paragraph.text.slice(Math.min(at, span.end), Math.max(at, span.start));
  return !/[。！？]/.test(words);
}

/** Frames by the four characters that stand before the mask. */
function framesOf(groups: readonly (readonly Masked[])[]): ReadonlyMap<string, readonly Frame[]> {
  const frames = new Map<string, Frame[]>();
  for (const group of groups) {
    const known = new Set<string>();
    for (const { before, after, placeholder } of group) {
      const noun = splitName(placeholder.text)?.noun ?? '';
      const lead = before.slice(-FRAME);
      const behind = noun + after.slice(0, FRAME);
      if (!NAMED.test(noun) || !HAN_FRAME.test(lead) || !HAN_FRAME.test(after.slice(0, FRAME))) continue;
      const alike = frames.get(lead) ?? [];
      if (known.has(lead + behind) || alike.length >= MOST_FRAMES) continue;
      known.add(lead + behind);
      frames.set(lead, [...alike, { group, behind }]);
    }
  }
  return frames;
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
