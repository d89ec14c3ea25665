import assert from 'node:assert/strict';
import { eastAsianWidth } from 'get-east-asian-width';
import { characterWidth, printable, shownWidth } from '../../server/src/cli/width.ts';

describe('width on a terminal', () => {
  const units = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).concat(
    Array.from({ length: 0x2000 }, (_, i) => String.fromCharCode(0xe000 + i)),
  );

  it('of what is not looked up is as Unicode says', () => {
    for (const unit of units.slice(0x7f)) {
      const asked = /\p{Mark}|\p{Cf}/u.test(unit) ? 0 : eastAsianWidth(unit.codePointAt(0)!);
      assert.equal(characterWidth(unit), asked, unit.charCodeAt(0).toString(16));
    }
  });

  it('of a character of a draft is that of what is shown for it', () => {
    for (const unit of units)
      assert.equal(shownWidth(unit), characterWidth(printable(unit)), unit.charCodeAt(0).toString(16));
  });
});
