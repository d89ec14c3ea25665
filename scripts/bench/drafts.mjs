// Drafts for the bench, from a seed: the same seed gives the same text on every machine.
import { CLAUSES, HEADS, PHRASES, SERIES, WORDS } from './words.mjs';

const HAN = [...'零一二三四五六七八九十'];

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Text in the manner of speeches, whole speeches one after another, of at least that many characters, cut there. */
export function draftText(seed, characters) {
  const random = seeded(seed);
  const parts = [];
  for (let size = 0; size < characters; ) {
    const speech = writeSpeech(random, Math.min(characters - size, 9_000 + Math.floor(random() * 6_000)));
    parts.push(speech);
    size += speech.length;
  }
  return `${parts.join('\n').slice(0, characters - 1)}\n`;
}

/** The drafts of a folder: `count` of them, together about `bytes` long in UTF-8. */
export function draftSet(seed, count, bytes) {
  const characters = Math.round(bytes / count / BYTES_PER_CHARACTER);
  return Array.from({ length: count }, (_, index) => draftText(seed * 1_000 + index, characters));
}

/** Measured on what `draftText` writes. */
export const BYTES_PER_CHARACTER = 2.86;

function writeSpeech(random, characters) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const tools = { random, pick, fill: (pattern) => fillIn(pattern, random, pick) };
  const lines = [
    tools.fill('在P工作推进会上的讲话').replace('工作', `${pick(WORDS.F)}工作`),
    `（20${20 + Math.floor(random() * 6)}年${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日）`,
    '同志们：',
    paragraph(tools, 4),
  ];
  let size = lines.join('').length;
  for (let part = 1; size < characters; part++) {
    const section = writeSection(tools, part);
    lines.push(...section);
    size += section.reduce((sum, line) => sum + line.length, 0);
    if (part === 9) break;
  }
  lines.push(paragraph(tools, 3));
  return lines.join('\n');
}

function writeSection(tools, part) {
  const { random, pick, fill } = tools;
  const lines = [`${HAN[part]}、${fill(pick(HEADS))}`, paragraph(tools, 3)];
  const subs = 2 + Math.floor(random() * 3);
  for (let sub = 1; sub <= subs; sub++) {
    lines.push(`（${HAN[sub]}）${fill(pick(HEADS))}。${paragraph(tools, 3 + Math.floor(random() * 4))}`);
    if (random() < 0.5) lines.push(series(tools));
  }
  return lines;
}

function series(tools) {
  const { random, pick } = tools;
  const marks = pick(SERIES);
  const count = 2 + Math.floor(random() * (marks.length - 1));
  return marks
    .slice(0, count)
    .map((mark) => `${mark}${sentence(tools)}`)
    .join('');
}

function paragraph(tools, sentences) {
  const { random, pick } = tools;
  const lead = random() < 0.3 ? `${pick(WORDS.L)}，` : '';
  return lead + Array.from({ length: sentences }, () => sentence(tools)).join('');
}

function sentence({ random, pick, fill }) {
  const clauses = Array.from({ length: 2 + Math.floor(random() * 4) }, () => fill(pick(CLAUSES)));
  if (random() < 0.08) clauses.push(`${random() < 0.5 ? '发扬' : '打好'}“${pick(PHRASES)}”的劲头`);
  return `${clauses.join(random() < 0.1 ? '；' : '，')}。`;
}

function fillIn(pattern, random, pick) {
  const filled = pattern.replace(/#[12%d]|[A-Z]/gu, (place) => {
    if (place[0] !== '#') return pick(WORDS[place] ?? [place]);
    if (place === '#1') return `${1 + Math.floor(random() * 200)}`;
    if (place === '#2') return (random() * 9_000 + 10).toFixed(random() < 0.5 ? 1 : 0);
    if (place === '#%') return random() < 0.06 ? 'XX%' : `${(random() * 18 + 0.1).toFixed(1)}%`;
    return `${1 + Math.floor(random() * 12)}月${random() < 0.4 ? '底' : `${1 + Math.floor(random() * 28)}日`}`;
  });
  return filled;
}
