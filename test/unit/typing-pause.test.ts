import assert from 'node:assert/strict';
import { createTypingPause } from '../../server/src/lsp/typing-pause.ts';

describe('a pause in typing', () => {
  it('leaves an editor time to ask for the findings of an edit, and no more', () => {
    let now = 0;
    const typing = createTypingPause(() => now);
    assert.equal(typing.asks(), false);
    typing.edited();
    assert.equal(typing.asks(), true);
    now = 9;
    assert.equal(typing.asks(), true);
    now = 10;
    assert.equal(typing.asks(), false);
  });
});
