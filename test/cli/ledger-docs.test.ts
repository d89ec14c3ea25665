import assert from 'node:assert/strict';
import { pageBlocks } from '../support/page-blocks.ts';
import { hegao, inFolder, report } from './harness.ts';

const block = pageBlocks('ledger.md');

describe('docs/ledger.md', () => {
  it('says what the command line says of its example', () =>
    inFolder(
      { '口径表.csv': block('csv'), '.hegao.yaml': block('yaml'), '讲话.txt': block('speech') },
      async (cwd) => {
        const { files } = report(
          await hegao(['check', '--format', 'json', '--rule', 'metric-drafts=off', '讲话.txt'], { cwd }),
        );
        const lines = files[0]!.findings
          .filter(({ ruleId }) => ruleId === 'metric-ledger')
          .map(({ message, range }) => {
            const { line, column } = (range as { start: { line: number; column: number } }).start;
            return `${line}:${column} ${message}\n`;
          });
        assert.equal(lines.join(''), block('text'));
      },
    ));
});
