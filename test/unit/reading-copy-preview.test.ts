import assert from 'node:assert/strict';
import { messagePage, previewPage } from '../../client/src/aloud/page.ts';

describe('the preview of a reading copy', () => {
  it('may use its own style and nothing else', () => {
    const page = previewPage({ style: 'p { margin: 0 }', body: '<p>同志们：</p>' });
    const [, nonce] = /style-src 'nonce-([0-9a-f]{32})'/.exec(page)!;
    assert.match(
      page,
      new RegExp(
        `content="default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'"`,
      ),
    );
    assert.match(page, new RegExp(`<style nonce="${nonce}">\np \\{ margin: 0 \\}</style>`));
    assert.doesNotMatch(page, /<script|style="|unsafe|https?:/);
    assert.notEqual(page, previewPage({ style: 'p { margin: 0 }', body: '<p>同志们：</p>' }));
  });

  it('a sentence is text', () => assert.match(messagePage('<b>&"'), /<p>&#60;b&#62;&#38;&#34;<\/p>/));
});
