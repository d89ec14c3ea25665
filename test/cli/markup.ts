import assert from 'node:assert/strict';

/** A tag of a document with its attributes, entities resolved. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const VOID = ['meta', '?xml', '!doctype'];

/** The tags of well-formed XML, or of HTML whose tags are all closed. Fails on a stray sign, an open tag, a bad entity. */
export function readTags(source: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  let rest = source;
  while (rest !== '') {
    const text = /^[^<>&]+|^&#\d+;/.exec(rest);
    const style = open.at(-1) === 'style' ? /^[^<]+/.exec(rest) : null;
    const tag = /^<(\/?)([?!]?[a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*([?/]?)>/i.exec(rest);
    const piece = style ?? text ?? tag;
    assert.ok(piece, `not well-formed at: ${rest.slice(0, 80)}`);
    rest = rest.slice(piece[0].length);
    if (piece !== tag) continue;
    const [, closing, name, list, self] = tag;
    if (closing) {
      assert.equal(name, open.pop());
      continue;
    }
    const pairs = [...list!.matchAll(/([a-z-]+)="([^"]*)"/gi)].map(([, key, value]) => [key, plain(value!)]);
    tags.push({ name: name!, attributes: Object.fromEntries(pairs) });
    if (!self && !VOID.includes(name!.toLowerCase())) open.push(name!);
  }
  assert.deepEqual(open, []);
  return tags;
}

/** Text with its numeric entities resolved. */
export function plain(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
