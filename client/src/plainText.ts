/** What Markdown takes for a sign of its own, and what makes links of bare addresses (GitHub's extension, 6.9). */
const SIGNS = /[\\`*_{}[\]()#+\-!<>|~&@=]|:(?=\/\/)|(?<=www)\./gi;
/** The number of a list's first item; longer ones are none. */
const NUMBERED = /^ ?\d{1,9}(?=\.)/;

/**
 * Text of a draft as Markdown that shows it as it stands, on one line: no link, picture, emphasis or element comes of
 * it. CommonMark takes a backslash before any ASCII punctuation.
 */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(SIGNS, '\\$&').replace(NUMBERED, '$&\\');
}

/**
 * A message that may hold words of a draft or the name of a file: VS Code makes links, of commands too, of
 * `[words](address)` in what it tells the user.
 */
export function plain(message: string): string {
  return message.replaceAll('](', '] (');
}
