import type { Speech } from '../../draft/types.ts';
import type { ParagraphFacts } from '../facts.ts';
import type { Series } from '../series-runs.ts';
import { headingEntries } from './headings.ts';
import { dashRuns, labelRuns } from './lines.ts';
import { nest } from './nest.ts';
import { seriesRuns, sideRuns } from './series.ts';
import type { OutlineNode } from './types.ts';

/**
 * The outline of a speech by every habit of writing: headings, series, —— items and field labels, as they nest.
 * Time grows with the length of the speech.
 */
export function readTree(
  speech: Speech,
  series: readonly Series[],
  factsOf: (text: string) => ParagraphFacts,
): readonly OutlineNode[] {
  const headings = headingEntries(speech);
  const sections = sectionsOf(
    speech,
    headings.map(({ paragraph }) => paragraph),
  );
  const counted = seriesRuns(speech, series);
  const runs = [
    ...counted,
    ...sideRuns(speech, factsOf, sections),
    ...dashRuns(speech, counted, sections),
    ...labelRuns(speech, factsOf, counted, sections),
  ];
  return nest(speech, headings, runs);
}

/** A number for each paragraph: those with the same one have no heading and no address between them. */
function sectionsOf({ paragraphs }: Speech, headings: readonly number[]): Int32Array {
  const opened = new Set(headings);
  const sections = new Int32Array(paragraphs.length);
  let section = 0;
  paragraphs.forEach(({ role }, index) => {
    if (opened.has(index) || role === 'salutation') section++;
    sections[index] = section;
  });
  return sections;
}
