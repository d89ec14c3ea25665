import assert from 'node:assert/strict';
import { soak } from './support/soak.ts';

const MB = 1e6;

describe('language server: after long work', function () {
  this.timeout(180_000);

  // `npm run soak` does ten times as much and more.
  it('holds no more with all documents closed than it did before', async () => {
    const { before, during, after } = await soak({ edits: 800, documents: 20, settingsEvery: 40 });
    const held = ({ data, external }: typeof before): number => data + external;
    assert.ok(held(during) > held(before) + 10 * MB, 'nothing was held while documents were open');
    const growth = held(after) / held(before) - 1;
    assert.ok(growth < 0.1, `${(growth * 100).toFixed(1)} % more: ${JSON.stringify({ before, after })}`);
  });
});
