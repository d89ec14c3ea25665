import { closeElement, openElement } from './story-elements.ts';
import { createState, type Story, type StoryState } from './story-state.ts';
import type { Styles } from './styles.ts';
import { walkXml } from './xml.ts';

export type { Story, StoryAnchor, StoryPlace } from './story-state.ts';

/** Reads a part: changes accepted, hidden text and instructions of fields left out. @throws Unreadable */
export function readStory(xml: string, styles: Styles): Story {
  const state = createState(xml, styles);
  const { path } = state;
  walkXml(xml, {
    open(name, attributes, end) {
      path.push(name);
      if (state.skip > 0) state.passOver(name);
      else openElement(state, name, attributes, end);
    },
    close(name, end) {
      const depth = path.length;
      path.pop();
      if (state.skip > 0) {
        state.leavePassed(name);
        if (depth === state.skip) state.skip = 0;
      } else if (state.words && (name === 'w:t' || name === 'm:t')) closeText(state, xml, end);
      else closeElement(state, name, end);
    },
    text(text) {
      if (state.words && state.skip === 0) state.words.text += text;
    },
  });
  return state.story;
}

/** Outer spaces count where the element says so (XML 1.0, 2.10); line ends and tabs inside are spaces. */
function closeText(state: StoryState, xml: string, end: number): void {
  const { start, text, keep } = state.words!;
  state.words = undefined;
  const raw = xml.slice(start, state.tagStart(end));
  const exact = raw.length === text.length;
  const plain = text.replace(/[\t\n\r]/g, ' ');
  const head = keep ? 0 : /^[ \t\r\n]*/.exec(raw)![0].length;
  const tail = keep ? raw.length : lastWord(raw);
  state.add(keep ? plain : trimmed(plain), start + head, start + Math.max(head, tail), exact);
}

/** Behind the last character that is no space of XML: a wide space is text. */
function lastWord(raw: string): number {
  let end = raw.length;
  while (end > 0 && ' \t\r\n'.includes(raw[end - 1]!)) end--;
  return end;
}

function trimmed(text: string): string {
  return text.slice(0, lastWord(text)).replace(/^ +/, '');
}
