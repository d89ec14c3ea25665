import assert from 'node:assert/strict';
import { type Background, manyDrafts, startOver, typeInto } from './support/background.ts';
import type { Folder } from './support/drafts.ts';

describe('language server: two thousand drafts in the background', function () {
  this.timeout(180_000);
  let folder: Folder;
  let background: Background;
  const empty = manyDrafts(0);
  before(() => {
    folder = manyDrafts(2000);
  });
  after(() => {
    folder.dispose();
    empty.dispose();
  });
  beforeEach(async () => {
    background = await startOver(folder);
  });
  afterEach(() => background.client.stop());

  it('are read with progress from the beginning to the end, and delay nobody who types', async () => {
    const { client, steps } = background;
    const begin = await steps.take();
    assert.deepEqual(begin, {
      kind: 'begin',
      title: '读取工作区的文稿',
      percentage: 0,
      message: '0／2000',
      cancellable: true,
    });
    const isOver = () => steps.all.at(-1)?.kind === 'end';
    const during = await typeInto(client, 200, isOver);
    assert.ok(!isOver(), 'nothing was left to read while the typing went on');
    await steps.take(({ kind }) => kind === 'end');
    const other = await startOver(empty);
    const alone = await typeInto(other.client, during.count);
    await other.client.stop();
    const percentages = steps.all.flatMap((step) => (step.kind === 'report' ? [step.percentage!] : []));
    assert.ok(percentages.length > 10);
    assert.deepEqual(
      percentages,
      [...new Set(percentages)].sort((a, b) => a - b),
    );
    // Generous: the machine has other work. `npm run soak` gives the figures.
    const said = JSON.stringify({ during, alone });
    assert.ok(during.p95 < alone.p95 * 4 + 30, said);
    assert.ok(during.longestTurn < alone.longestTurn * 4 + 100, said);
  });

  it('are left when the user calls it off, and what is typed is still checked', async () => {
    const { client, steps, cancel } = background;
    await steps.take();
    await cancel();
    await steps.take(({ kind }) => kind === 'end');
    const last = steps.all.findLast((step) => step.kind === 'report');
    assert.ok((last?.percentage ?? 0) < 90, JSON.stringify(last));
    assert.equal((await typeInto(client, 5)).count, 5);
  });
});
