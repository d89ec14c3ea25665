import type { Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';

/** Shorter sentences stand in many texts. */
const SHORTEST = 10;
const SAMPLE = 24;
const FEWEST = 2;

/**
 * Whether another text is a version of the same speech: at least half of a sample of its sentences without placeholders
 * stand there word for word. No for a speech with hardly any such sentence.
 */
export function createSameText(speech: Speech, memory: FactMemory): (other: string) => boolean {
  const sentences = speech.paragraphs.flatMap(({ text, role }) => {
    if (role !== 'body') return [];
    const { placeholders } = memory.of(text);
    return [...text.matchAll(/[^。！？；]+/g)]
      .filter(({ 0: words, index }) => {
        const end = index + words.length;
        return (
          words.length >= SHORTEST && !placeholders.some(({ span }) => span.start < end && index < span.end)
        );
      })
      .map(([words]) => words);
  });
  const step = Math.max(1, Math.ceil(sentences.length / SAMPLE));
  const sample = sentences.filter((_, i) => i % step === 0);
  return (other) =>
    sample.length >= FEWEST && sample.filter((words) => other.includes(words)).length * 2 >= sample.length;
}
