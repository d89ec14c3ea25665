const INNER = /[，。、；：！？,;]/;
/** An item of a series that stands as a heading on its own line. */
const SERIES_HEAD = /^(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,3}，|——)/;

/** What has to be known of a paragraph so far to tell whether it goes on; kept small, as paragraphs may be long. */
export interface SoFar {
  readonly length: number;
  /** The last characters. */
  readonly tail: string;
  /** A mark stands inside: it is a sentence, not a name. */
  readonly marked: boolean;
  /** A sentence has ended inside. */
  readonly stopped: boolean;
  /** It begins as an item of a series. */
  readonly item: boolean;
}

/** No line yet. */
export const NOTHING: SoFar = { length: 0, tail: '', marked: false, stopped: false, item: false };

/** What is known once another line has been joined to it. */
export function further(state: SoFar, words: string): SoFar {
  return {
    length: state.length + words.length,
    tail: (state.tail + words).slice(-64),
    marked: state.marked || INNER.test(words),
    stopped: state.stopped || /[。；]./.test(words) || (state.length > 0 && /[。；]$/.test(state.tail)),
    item: state.length === 0 ? SERIES_HEAD.test(words) : state.item,
  };
}
