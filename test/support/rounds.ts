import type { Span } from '../../server/src/draft/span.ts';
import type { Speech } from '../../server/src/draft/types.ts';
import { exactAmount, haveSameValue } from '../../server/src/engine/figures/mentions.ts';
import type { FactMemory } from '../../server/src/facts/facts.ts';
import type { SpeechFigure } from '../../server/src/facts/figures/types.ts';
import { seeded } from './speeches.ts';

/** Something that a speech says several times, by its places in the source. */
export interface Repeated {
  readonly kind: 'figure' | 'name';
  readonly text: string;
  /** What is to be written anew, of each mention. */
  readonly places: readonly Span[];
}

/** A new version of a text, and where what was not changed now stands. */
export interface Injected {
  readonly text: string;
  readonly left: readonly Span[];
  readonly changed: Span;
}

const COMPARED = /(?:从|由|自|比|较|原|去年|上年|前年|同期)[^，。；、]{0,14}$/;

/** Figures told several times with one key and one value, in different sentences. */
export function repeatedFigures(text: string, speech: Speech, memory: FactMemory): readonly Repeated[] {
  const groups = new Map<string, SpeechFigure[]>();
  for (const figure of memory.ofSpeech(speech).figures) {
    const amount = exactAmount(figure.figure);
    const before = text.slice(Math.max(0, figure.span.start - 16), figure.span.start);
    if (!amount || figure.key === undefined || COMPARED.test(before)) continue;
    if (/去年(?!以来)|上年(?!以来)|前年|同期/.test(figure.period.name)) continue;
    if (!/^\d[\d.]*$/.test(digitsOf(text, figure))) continue;
    const key = `${figure.key} ${figure.figure.approximation}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((all): readonly Repeated[] => {
    const first = all[0]!;
    const same = all.filter((one) => haveSameValue(one, first));
    const apart = same.filter(
      (one, i) => i === 0 || /[。！？\n]/.test(text.slice(same[i - 1]!.span.end, one.span.start)),
    );
    if (apart.length < 2 || apart.length < same.length) return [];
    const places = apart.map((one) => numberOf(text, one));
    return [{ kind: 'figure', text: first.figure.text, places }];
  });
}

function numberOf(text: string, { span, figure }: SpeechFigure): Span {
  const digits = figure.text.search(/\d/);
  const length = /^[\d.]+/.exec(figure.text.slice(Math.max(0, digits)))?.[0].length ?? 0;
  return text.slice(span.start, span.end) === figure.text
    ? { start: span.start + digits, end: span.start + digits + length }
    : { start: span.start, end: span.start };
}

function digitsOf(text: string, figure: SpeechFigure): string {
  const { start, end } = numberOf(text, figure);
  return text.slice(start, end);
}

/** Documents and bodies that a speech names several times. */
export function repeatedNames(text: string, { span }: Speech): readonly Repeated[] {
  const own = text.slice(span.start, span.end);
  const groups = new Map<string, Span[]>();
  const NAMES =
    /《([^《》\n]{5,40})》|(?<=^|[，。；、由向到“\n])([\u4e00-\u9fff]{2,6}(?:委员会|管理局|开发区|示范区|产业园|集团|公司|学院|中学|医院|水库|大桥|机场))/gm;
  for (const match of own.matchAll(NAMES)) {
    const name = match[1] ?? match[2] ?? '';
    if (/[的了和与及在将把被为是不有对各个一二三四五六七八九十]/.test(name) && match[1] === undefined)
      continue;
    const start = span.start + match.index + (match[1] === undefined ? 0 : 1);
    const key = `${match[1] === undefined ? '' : '《'}${name}`;
    groups.set(key, [...(groups.get(key) ?? []), { start, end: start + name.length }]);
  }
  return [...groups].flatMap(([key, places]): readonly Repeated[] => {
    const name = key.replace('《', '');
    const all = own.split(name).length - 1;
    return places.length > 1 && all === places.length ? [{ kind: 'name', text: name, places }] : [];
  });
}

/** Another value of as many digits, or a name with two of its characters exchanged for others. */
export function altered(kind: Repeated['kind'], written: string, seed: number): string {
  const below = seeded(seed);
  if (kind === 'figure') {
    for (;;) {
      const made = written.replace(/\d/g, (digit, at: number) =>
        at === 0 ? String(1 + below(9)) : digit === '0' && below(2) === 0 ? '0' : String(below(10)),
      );
      if (Number(made) !== Number(written)) return made;
    }
  }
  const at = below(Math.max(1, written.length - 4));
  const other = '澜沧衡岳渭汀崂蓟'.slice(below(6));
  return written.slice(0, at) + other.slice(0, 2) + written.slice(at + 2);
}

/** Writes some mentions anew; `which` says which of them. */
export function inject(
  text: string,
  { kind, places }: Repeated,
  which: (index: number) => boolean,
  seed: number,
): Injected {
  let made = '';
  let at = 0;
  const left: Span[] = [];
  let changed: Span | undefined;
  const fresh = new Map<string, string>();
  places.forEach(({ start, end }, i) => {
    made += text.slice(at, start);
    const written = text.slice(start, end);
    const next = fresh.get(written) ?? altered(kind, written, seed);
    fresh.set(written, next);
    const said = which(i) ? next : written;
    const span = { start: made.length, end: made.length + said.length };
    if (which(i)) changed ??= span;
    else left.push(span);
    made += said;
    at = end;
  });
  return { text: made + text.slice(at), left, changed: changed ?? { start: 0, end: 0 } };
}
