/** Numbers of [0, 1) that are the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What strings are made of besides words: each kind is drawn equally often. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  separators: [' ', '\t', '\n', '，', '。', '\r\n', '　', '、', '；'],
  masks: ['xx.x%', 'XX亿元', '20xx年', 'x月xx日', '第XX届', '×万元', 'X', 'xxx户', '○', '**', '____'],
  latin: ['GDP', 'PM2.5', '5G', 'R&D', 'a', 'Z9', 'hegao', 'A-B', 'e.g.', '_', '@', '1st'],
  digits: ['7.2%', '2026', '3.14.15', '0', '1,234.5', '66万', '.5', '12:30', '100.'],
  fullWidth: ['ＧＤＰ', '２０２６', '％', '（一）', '“', '”', 'ａ', '．', '——', '……', '①', 'Ⅱ'],
  astral: ['😀', '𠮷', '𠮷野家', '👨‍👩‍👧', '𝟙', '\u{10ffff}', '🇨🇳'],
  lone: ['\ud842', '\udfb7', '\udfb7\ud842', '\ud800', '\udfff'],
  odd: ['\0', '\ufeff', '\ufffd', '\u200b', '\u0085', '\ue000', '\u007f', '\u0080', 'é', 'ß', 'か', '한'],
};

/** Seeded strings of words, single characters and everything that a cutter may stumble over. */
export function generateStrings(count: number, seed: number, words: readonly string[]): string[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const kinds = Object.values(PIECES);
  const han = (): string => String.fromCharCode(0x4e00 + Math.floor(random() * 0x51a6));
  const common = (): string => pick([...pick(words)]);
  const piece = (): string => {
    const draw = random();
    if (draw < 0.35) return pick(words);
    if (draw < 0.6) return common();
    if (draw < 0.65) return han();
    return pick(pick(kinds));
  };
  return Array.from({ length: count }, () => {
    const length = 1 + Math.floor(random() * 24);
    let text = '';
    for (let i = 0; i < length; i++) text += piece();
    return text;
  });
}
