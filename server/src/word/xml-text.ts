/** What XML 1.0 has no place for: control characters, halves of surrogate pairs, the two non-characters. */
const UNSOUND =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as XML can hold it: `�` stands for each character that it cannot, so that nothing goes unseen. */
export function sound(text: string): string {
  return text.replace(UNSOUND, '\ufffd');
}

/** How many characters of a text XML cannot hold. */
export function unsound(text: string): number {
  return text.match(UNSOUND)?.length ?? 0;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as the value of an attribute in double quotes. */
export function attribute(text: string): string {
  return sound(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
