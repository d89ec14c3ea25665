/**
 * JSON of a value: what a terminal would obey, or would show in another order, is written as `\u…`; the value is the
 * same. JSON itself asks it of U+0000–U+001F alone.
 */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
