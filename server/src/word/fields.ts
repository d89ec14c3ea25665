/** The fields that are open at a place of the text (ECMA-376 Part 1, 17.16.18), outermost first. */
export interface Fields {
  readonly char: (type: string | undefined) => void;
  /** Text is shown in results alone. */
  readonly isShown: () => boolean;
  /** Instructions do not go on in another paragraph; a field that lost its end must not swallow the rest. */
  readonly endParagraph: () => void;
}

export function createFields(): Fields {
  let open: ('instruction' | 'result')[] = [];
  return {
    char(type) {
      if (type === 'begin') open.push('instruction');
      else if (type === 'separate' && open.length > 0) open[open.length - 1] = 'result';
      else if (type === 'end') open.pop();
    },
    isShown: () => !open.includes('instruction'),
    endParagraph() {
      open = open.filter((state) => state === 'result');
    },
  };
}
