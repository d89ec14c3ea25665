import assert from 'node:assert/strict';
import type { Answer, Reply } from '../../server/src/words/jieba-messages.ts';
import { createJiebaService } from '../../server/src/words/jieba-service.ts';
import type { Jieba, LoadedJieba } from '../../server/src/words/nodejieba.ts';

/** A service over engines that only note what they are told. */
function setUp(missing?: string) {
  const replies: Reply[] = [];
  const answers: Answer[] = [];
  const log: string[] = [];
  const engine = (): Jieba => {
    const own: Jieba = {
      cut: (text, model) => Uint32Array.of(text.length, model ? 1 : 0),
      tag: (text) => ({ ends: Uint32Array.of(text.length), tags: ['n'] }),
      add: (word, tag) => void log.push(`add ${word} ${tag}`),
      keywords: (word, weight) => [{ word, weight }],
      reload(words) {
        log.push(`reload ${words}`);
        return { jieba: own };
      },
    };
    return own;
  };
  const load = (words: string): LoadedJieba => {
    log.push(`load ${words}`);
    return missing === undefined ? { jieba: engine() } : { missing };
  };
  const transferred: ArrayBuffer[] = [];
  const serve = createJiebaService(
    {
      reply: (reply) => void replies.push(reply),
      answer: (answer, transfer) => {
        answers.push(answer);
        transferred.push(...transfer);
      },
    },
    load,
  );
  return { serve, replies, answers, log, transferred };
}

describe('the service of nodejieba', () => {
  it('opens a slot with words and answers cuts, handing over their memory', () => {
    const { serve, replies, answers, log, transferred } = setUp();
    serve({ kind: 'open', id: 1, slot: 'a', userWords: '甲', words: ['乙', '丙'] });
    serve({ kind: 'cut', id: 2, slot: 'a', text: '四个字的', model: true });
    serve({ kind: 'tag', id: 3, slot: 'a', text: '两字' });
    serve({ kind: 'add', slot: 'a', word: '丁', tag: 'n' });
    assert.deepEqual(replies, [{ id: 1 }]);
    assert.deepEqual(log, ['load 甲', 'add 乙 undefined', 'add 丙 undefined', 'add 丁 n']);
    assert.deepEqual(
      answers.map(({ id, tagged }) => [id, [...tagged!.ends], tagged!.tags]),
      [
        [2, [4, 1], []],
        [3, [2], ['n']],
      ],
    );
    assert.deepEqual(
      transferred,
      answers.map(({ tagged }) => tagged!.ends.buffer),
    );
  });

  it('answers for a slot that is not open with nothing', () => {
    const { serve, replies, answers } = setUp();
    serve({ kind: 'cut', id: 1, slot: 'a', text: '字', model: true });
    serve({ kind: 'keywords', id: 2, slot: 'a', text: '字', count: 1, method: 'tfidf' });
    serve({ kind: 'close', slot: 'a' });
    assert.deepEqual(answers, [{ id: 1, tagged: undefined }]);
    assert.deepEqual(replies, [{ id: 2, keywords: [] }]);
  });

  it('uses the instance of a closed slot again', () => {
    const { serve, answers, log } = setUp();
    serve({ kind: 'open', id: 1, slot: 'a', userWords: '甲', words: [] });
    serve({ kind: 'close', slot: 'a' });
    serve({ kind: 'open', id: 2, slot: 'b', userWords: '乙', words: [] });
    serve({ kind: 'open', id: 3, slot: 'c', userWords: '丙', words: [] });
    serve({ kind: 'tag', id: 4, slot: 'a', text: '字' });
    assert.deepEqual(log, ['load 甲', 'reload 乙', 'load 丙']);
    assert.deepEqual(answers, [{ id: 4, tagged: undefined }]);
  });

  it('passes on what is missing', () => {
    const { serve, replies } = setUp('未安装');
    serve({ kind: 'open', id: 1, slot: 'a', userWords: '', words: [] });
    assert.deepEqual(replies, [{ id: 1, missing: '未安装' }]);
  });

  it('extracts keywords', () => {
    const { serve, replies } = setUp();
    serve({ kind: 'open', id: 1, slot: '', userWords: '', words: [] });
    serve({ kind: 'keywords', id: 2, slot: '', text: '字', count: 7, method: 'textrank' });
    assert.deepEqual(replies[1], { id: 2, keywords: [{ word: '字', weight: 7 }] });
  });
});
