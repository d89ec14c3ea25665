import assert from 'node:assert/strict';
import fc from 'fast-check';
import passageDuplicate from '../../server/src/rules/passage-duplicate.ts';
import passageReuse from '../../server/src/rules/passage-reuse.ts';
import quoteMismatch from '../../server/src/rules/quote-mismatch.ts';
import { archiveOf, findingsOf } from '../support/marked.ts';
import { createSpeechMaker } from '../support/speeches.ts';

const RULES = [passageReuse, passageDuplicate, quoteMismatch];
const seed = fc.integer({ min: 1, max: 1_000_000 });
const settings = { seed: 5, numRuns: 25 };

/** Rules and texts of all findings of a speech beside an archive of one other. */
function found(text: string, earlier: string): string[] {
  const archive = archiveOf({ '/旧稿.txt': earlier }, { '/文件.txt': earlier });
  return RULES.flatMap((rule) =>
    findingsOf(
      rule,
      text,
      undefined,
      'text',
      {},
      rule === quoteMismatch ? archive : archiveOf({ '/旧稿.txt': earlier }),
    ),
  ).map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`);
}

const bodies = (text: string): string[] => text.split('\n').filter((line) => line.length > 100);

describe('one fault, one finding: passages', () => {
  it('two speeches of their own have none', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const [own, earlier] = [createSpeechMaker(n).speech(2000), createSpeechMaker(n + 1).speech(2000)];
        assert.deepEqual(found(own, earlier), []);
      }),
      settings,
    );
  });

  it('a paragraph taken from an earlier speech', () => {
    fc.assert(
      fc.property(seed, fc.nat(), (n, pick) => {
        const [own, earlier] = [createSpeechMaker(n).speech(2000), createSpeechMaker(n + 1).speech(2000)];
        const taken = bodies(earlier)[pick % bodies(earlier).length]!.replace(/\d+/, '7');
        assert.deepEqual(found(`${own}${taken}\n`, earlier), [`passage-reuse: ${taken}`]);
      }),
      settings,
    );
  });

  it('a paragraph pasted twice', () => {
    fc.assert(
      fc.property(seed, fc.nat(), (n, pick) => {
        const [own, earlier] = [createSpeechMaker(n).speech(2000), createSpeechMaker(n + 1).speech(2000)];
        const twice = bodies(own)[pick % bodies(own).length]!;
        assert.deepEqual(found(`${own}${twice}\n`, earlier), [`passage-duplicate: ${twice}`]);
      }),
      settings,
    );
  });

  it('a quotation with one character changed', () => {
    fc.assert(
      fc.property(seed, fc.nat(), fc.integer({ min: 3, max: 11 }), (n, pick, at) => {
        const [own, earlier] = [createSpeechMaker(n).speech(2000), createSpeechMaker(n + 1).speech(2000)];
        const sentence = bodies(earlier)[pick % bodies(earlier).length]!.split('。')[0]!;
        const start = sentence.indexOf('，') + 1;
        const quoted = sentence.slice(start, start + 16);
        fc.pre(/[\u4e00-\u9fff]/.test(quoted[at] ?? '') && /.{15}[\u4e00-\u9fff]$/.test(quoted));
        const wrong = `${quoted.slice(0, at)}另${quoted.slice(at + 1)}`;
        assert.deepEqual(found(`${own}办法说“${quoted}”。\n`, earlier), []);
        assert.deepEqual(found(`${own}办法说“${wrong}”。\n`, earlier), [`quote-mismatch: ${wrong}`]);
      }),
      settings,
    );
  });
});
