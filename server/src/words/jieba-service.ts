import type { Answer, Question, Reply, WaitingQuestion } from './jieba-messages.ts';
import { type Jieba, type LoadedJieba, loadNodejieba } from './nodejieba.ts';
import type { Tagged } from './words.ts';

/** Ways out of the worker. */
export interface Outlets {
  readonly reply: (reply: Reply) => void;
  /** `transfer`: what the other side takes over. */
  readonly answer: (answer: Answer, transfer: ArrayBuffer[]) => void;
}

/** Holds instances of nodejieba by slot and answers questions to them, in order. Nothing is thrown. */
export function createJiebaService(
  { reply, answer }: Outlets,
  load: (userWords: string) => LoadedJieba = (userWords) => loadNodejieba({ userWords }),
): (question: Question) => void {
  const slots = new Map<string, Jieba>();
  /** An instance given up would keep its 240 MB, so it waits here for the next dictionary. */
  const spare: Jieba[] = [];

  function open({ id, slot, userWords, words }: Question & { readonly kind: 'open' }): void {
    const loaded = spare.pop()?.reload(userWords) ?? load(userWords);
    if ('missing' in loaded) {
      reply({ id, missing: loaded.missing });
      return;
    }
    for (const word of words) loaded.jieba.add(word);
    slots.set(slot, loaded.jieba);
    reply({ id });
  }

  function close(slot: string): void {
    const jieba = slots.get(slot);
    if (jieba) spare.push(jieba);
    slots.delete(slot);
  }

  function tagged(question: WaitingQuestion): Tagged | undefined {
    const jieba = slots.get(question.slot);
    if (!jieba) return undefined;
    return question.kind === 'tag'
      ? jieba.tag(question.text)
      : { ends: jieba.cut(question.text, question.model), tags: [] };
  }

  return (question) => {
    switch (question.kind) {
      case 'open':
        return open(question);
      case 'close':
        return close(question.slot);
      case 'add':
        return slots.get(question.slot)?.add(question.word, question.tag);
      case 'keywords': {
        const { id, slot, text, count, method } = question;
        return reply({ id, keywords: slots.get(slot)?.keywords(text, count, method) ?? [] });
      }
      default: {
        const found = tagged(question);
        answer({ id: question.id, tagged: found }, found ? [found.ends.buffer as ArrayBuffer] : []);
      }
    }
  };
}
