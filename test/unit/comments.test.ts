import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import { readComments } from '../../server/src/engine/comments.ts';
import { quiet } from '../../server/src/engine/quiet.ts';
import { typoLike } from '../support/findings.ts';

/** Which of the marks A, B, C … of a Markdown draft are left; A is of rule `a-rule`, and so on. */
function left(text: string, kind: 'markdown' | 'text' = 'markdown'): string {
  const draft = readDraft(text, kind);
  const findings = [...text.matchAll(/[A-F]/g)].map(({ index, 0: mark }) =>
    typoLike(`${mark.toLowerCase()}-rule`, index),
  );
  return quiet(findings, draft, [])
    .findings.map(({ span }) => text[span.start])
    .join('');
}

describe('comments in Markdown', () => {
  it('next line, past empty lines; this line; the file', () => {
    assert.equal(left('A\n<!-- hegao-disable-next-line a-rule -->\nA B\n\nA\n'), 'ABA');
    assert.equal(left('<!-- hegao-disable-next-line -->\n\nA B\nA\n'), 'A');
    assert.equal(left('A B <!-- hegao-disable-line b-rule -->\nB\n'), 'AB');
    assert.equal(left('A B\n\n<!-- hegao-disable-file a-rule, c-rule -- 附件照录 -->\n\nA C\n'), 'B');
  });

  it('a stretch, up to its end or the end of the file', () => {
    assert.equal(left('A\n\n<!-- hegao-disable a-rule -->\n\nA B\n\n<!-- hegao-enable -->\n\nA\n'), 'ABA');
    assert.equal(
      left('<!-- hegao-disable a-rule b-rule -->\n\nA B\n\n<!-- hegao-enable a-rule -->\n\nA B\n'),
      'A',
    );
    assert.equal(left('<!-- hegao-disable -->\n\nA B C\n'), '');
  });

  it('are nothing in code, in plain text, or with other words', () => {
    assert.equal(left('`<!-- hegao-disable-line -->` A\n'), 'A');
    assert.equal(left('```\n<!-- hegao-disable-file -->\n```\nA\n'), 'A');
    assert.equal(left('A <!-- hegao-disable-line -->\n', 'text'), 'A');
    assert.equal(left('A <!-- hegao-disable-lines -->\nB <!-- hegao -->\n'), 'AB');
  });

  it('that silence nothing are told, rule by rule', () => {
    const text = '<!-- hegao-disable-file a-rule b-rule -->\n\nA\n';
    const draft = readDraft(text, 'markdown');
    const { unused, silenced } = quiet([typoLike('a-rule', text.indexOf('A'))], draft, []);
    assert.equal(silenced.length, 1);
    assert.deepEqual(
      unused.comments.map(({ rule }) => rule),
      ['b-rule'],
    );
    assert.equal(readComments(draft).length, 2);
  });
});
