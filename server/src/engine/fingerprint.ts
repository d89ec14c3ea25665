import type { Span } from '../draft/span.ts';
import { slice } from '../draft/span.ts';

const AROUND = 24;
const LOOKED_AT = 96;

/**
 * A name for a place of a text that edits elsewhere do not change: a hash of the rule, the text of the place and
 * up to 24 characters on both sides of it on its line, white space left out. 16 hexadecimal digits.
 */
export function fingerprint(ruleId: string, text: string, span: Span): string {
  const above = text.slice(Math.max(0, span.start - LOOKED_AT), span.start);
  const below = text.slice(span.end, span.end + LOOKED_AT);
  const before = bare(above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1));
  const after = bare(/^[^\r\n]*/.exec(below)![0]);
  return hash([ruleId, bare(slice(text, span)), before.slice(-AROUND), after.slice(0, AROUND)].join('\n'));
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** FNV-1a over UTF-16 units, 64 bits in two halves; not for secrets. */
function hash(text: string): string {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    low = (low ^ text.charCodeAt(i)) >>> 0;
    // times 0x100000001b3: shifted by 40, and times 0x1b3
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x100000000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
