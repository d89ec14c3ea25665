/** How a mark looks: as an opening one, a closing one, as neither, or as something that may close by misreading. */
export type Glyph = 'open' | 'close' | 'straight' | 'perhaps';

type Act = 'opens' | 'closes' | 'lost' | 'nothing';

/** One way to go on at a mark: from a state to another. `reopens` opens although the mark before was never closed. */
type Step = 'open' | 'close' | 'stray' | 'reopen' | 'nest' | 'skip';

/** Outside; inside; inside by a turned mark; inside a quotation of the same shape within another. */
const OUT = 0;
const IN = 1;
const BY_TURNED = 2;
const NESTED = 3;
const STATES = 4;

const TURN = 1;
const LOST = 1.5;
const NEST = 1;
const SKIP = 0.3;
const GUESS = 0.6;
/** A pair of which both marks are turned is believed only around a short phrase. */
const BOTH = { phrase: 0.5, otherwise: 1.5 };

const STEPS: readonly Step[] = ['open', 'close', 'stray', 'reopen', 'nest', 'skip'];
const NEVER_AFTER_OPEN = '，。、；：？！）》】〕,;.)%％';
const NEVER_BEFORE_CLOSE = '（《【〔(';
const CONNECTIVES = /^(?:[和与及或是、]|以及|还有|或者)$/;
const PHRASE = /^[^，。；：！？]{2,14}$/;

/**
 * The cheapest reading of a row of marks (dynamic programming over four states): what is written costs nothing, a
 * turned mark less than a lost one, and a place where the neighbours speak against it costs extra. The neighbours
 * that count are never quotation marks, so a reading stays the cheapest once its turned marks are put right.
 */
export function resolve(text: string, places: readonly number[], glyphs: readonly Glyph[]): readonly Act[] {
  if (alternates(glyphs)) return glyphs.map((_, i) => (i % 2 === 0 ? 'opens' : 'closes'));
  const from = new Uint8Array(places.length * STATES);
  const by = new Uint8Array(places.length * STATES);
  let costs = [0, Infinity, Infinity, Infinity];
  for (let i = 0; i < places.length; i++) {
    const next = [Infinity, Infinity, Infinity, Infinity];
    const cost = costOf(text, places, glyphs, i);
    for (let state = 0; state < STATES; state++) {
      if (costs[state] === Infinity) continue;
      for (let s = 0; s < STEPS.length; s++) {
        const [to, price] = cost(state, STEPS[s]!);
        const total = costs[state]! + price;
        if (total >= next[to]!) continue;
        next[to] = total;
        from[i * STATES + to] = state;
        by[i * STATES + to] = s;
      }
    }
    costs = next;
  }
  return walkBack(places.length, from, by, cheapest(costs));
}

function alternates(glyphs: readonly Glyph[]): boolean {
  return glyphs.length % 2 === 0 && glyphs.every((glyph, i) => glyph === (i % 2 === 0 ? 'open' : 'close'));
}

function cheapest(costs: readonly number[]): number {
  const ends = costs.map((cost, state) => cost + LOST * (state === OUT ? 0 : state === NESTED ? 2 : 1));
  return ends.indexOf(Math.min(...ends));
}

/** Price and outcome of a step at mark `i`; an impossible one costs without end. */
function costOf(
  text: string,
  places: readonly number[],
  glyphs: readonly Glyph[],
  i: number,
): (state: number, step: Step) => readonly [number, number] {
  const glyph = glyphs[i]!;
  const at = places[i]!;
  const opening = (glyph === 'close' ? TURN : 0) + againstOpening(text, at);
  const closing = (glyph === 'open' ? TURN : glyph === 'perhaps' ? GUESS : 0) + againstClosing(text, at);
  const inside = glyph === 'close' ? BY_TURNED : IN;
  const no = [OUT, Infinity] as const;
  return (state, step) => {
    if (glyph === 'perhaps') {
      if (step === 'skip') return [state, SKIP];
      if (step !== 'close') return no;
    }
    switch (step) {
      case 'open':
        return state === OUT ? [inside, opening] : no;
      case 'stray':
        return state === OUT ? [OUT, closing + LOST] : no;
      case 'reopen':
        return state === IN || state === BY_TURNED ? [inside, opening + LOST] : no;
      case 'nest':
        return state === IN && glyph === 'open' ? [NESTED, opening + NEST] : no;
      case 'close':
        if (state === OUT) return no;
        if (state === NESTED) return [IN, closing];
        return [OUT, closing + (state === BY_TURNED && glyph === 'open' ? bothTurned(text, places, i) : 0)];
      default:
        return no;
    }
  };
}

function againstOpening(text: string, at: number): number {
  return at + 1 >= text.length || NEVER_AFTER_OPEN.includes(text[at + 1]!) ? 2 : 0;
}

function againstClosing(text: string, at: number): number {
  if (at === 0) return 1;
  if (text[at - 1] === '：') return 1.5;
  return NEVER_BEFORE_CLOSE.includes(text[at - 1]!) ? 2 : 0;
}

function bothTurned(text: string, places: readonly number[], i: number): number {
  const inner = text.slice(places[i - 1]! + 1, Math.min(places[i]!, places[i - 1]! + 40));
  return PHRASE.test(inner) && !CONNECTIVES.test(inner) ? BOTH.phrase : BOTH.otherwise;
}

function walkBack(length: number, from: Uint8Array, by: Uint8Array, end: number): Act[] {
  const steps: Step[] = new Array<Step>(length);
  for (let i = length - 1, state = end; i >= 0; i--) {
    steps[i] = STEPS[by[i * STATES + state]!]!;
    state = from[i * STATES + state]!;
  }
  return steps.map((step) =>
    step === 'close' ? 'closes' : step === 'stray' ? 'lost' : step === 'skip' ? 'nothing' : 'opens',
  );
}
