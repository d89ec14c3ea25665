import { CST, Lexer } from 'yaml';

/** Levels of brackets, and of signs on one line, that nothing in a configuration needs. */
const MOST_SIGNS = 100;
/** Columns of indentation; a level takes one at least. */
const MOST_COLUMNS = 300;

/**
 * Whether a text goes deeper than its parser can follow, which goes down a level by a call. To let it run out of stack
 * is no way to find out: a regular expression that the engine compiles just then ends the whole process.
 */
export function isTooDeep(text: string): boolean {
  let [brackets, signs, isLineStart] = [0, 0, true];
  for (const source of new Lexer().lex(text)) {
    const type = CST.tokenType(source);
    if (type === 'newline') [signs, isLineStart] = [0, true];
    else if (type === 'space') {
      if (isLineStart && source.length > MOST_COLUMNS) return true;
    } else {
      isLineStart = false;
      if (type === 'flow-seq-start' || type === 'flow-map-start') brackets++;
      else if (type === 'flow-seq-end' || type === 'flow-map-end') brackets = Math.max(0, brackets - 1);
      else if (type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind') signs++;
    }
    // Inside brackets a line may hold as many pairs as it likes: they are beside each other.
    if (brackets > MOST_SIGNS || (brackets === 0 && signs > MOST_SIGNS)) return true;
  }
  return false;
}
