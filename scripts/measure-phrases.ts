// Measures published speeches (HEGAO_CORPUS) and prints the figures that lexicon/phrase-baseline.ts holds.
import fs from 'node:fs';
import path from 'node:path';
import { readDraft } from '../server/src/draft/read.ts';
import { createFactMemory } from '../server/src/facts/facts.ts';
import { countedIn, readPhraseSections, saidIn } from '../server/src/facts/phrases/sections.ts';
import { PHRASE_GROUPS } from '../server/src/lexicon/phrase-groups.ts';
import { loadWords } from '../server/src/words/load.ts';

const folder = path.join(process.env.HEGAO_CORPUS ?? '', 'corpus/published');
const loaded = loadWords();
const facts = createFactMemory(() => ('words' in loaded ? loaded.words : undefined));
const densities: number[] = [];
const groups = new Map<string, number>();
const counts = new Map<string, number[]>();
let characters = 0;
let files = 0;

for (const name of fs.readdirSync(folder)) {
  files++;
  const own = new Map<string, number>();
  for (const speech of readDraft(fs.readFileSync(path.join(folder, name), 'utf8')).speeches) {
    for (const section of readPhraseSections(speech, facts)) {
      characters += section.characters;
      if (section.characters >= 300) densities.push((countedIn(section) * 1000) / section.characters);
      for (const { hit } of saidIn([section])) {
        groups.set(hit.group, (groups.get(hit.group) ?? 0) + 1);
        own.set(hit.phrase, (own.get(hit.phrase) ?? 0) + 1);
      }
    }
  }
  for (const [phrase, count] of own) counts.set(phrase, [...(counts.get(phrase) ?? []), count]);
}

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const round = (value: number): number => Math.round(value * 10) / 10;
densities.sort((a, b) => a - b);
console.log({ files, characters, sections: densities.length });
console.log(
  [0.1, 0.5, 0.75, 0.9, 0.95, 0.99, 1].map((part) => `${part}: ${round(share(densities, part))}`).join('  '),
);
const perTenThousand = [...groups]
  .sort()
  .map(([code, count]) => [code, round((count * 10_000) / characters)] as const);
console.log(
  perTenThousand.map(([code, rate]) => `${code}: ${rate}, // ${PHRASE_GROUPS[code]?.name}`).join('\n'),
);
const often = [...counts].flatMap(([phrase, used]) => {
  const all = [...used, ...new Array<number>(files - used.length).fill(0)].sort((a, b) => a - b);
  const usual = share(all, 0.95);
  return usual > 3 ? [[phrase, usual] as const] : [];
});
console.log(
  often
    .sort((a, b) => b[1] - a[1])
    .map(([phrase, usual]) => `${phrase} ${usual}`)
    .join('，'),
);
