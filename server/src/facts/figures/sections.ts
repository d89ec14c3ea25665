import type { Speech } from '../../draft/types.ts';
import type { Columns } from '../columns.ts';
import type { ParagraphFacts } from '../paragraph-facts.ts';
import { readPeriods } from './periods.ts';

/** What a heading tells of the figures below it. */
export interface Section {
  readonly period: string;
  readonly ahead: boolean | undefined;
}

/** The section of a paragraph, with what tells it from others. */
export interface KeyedSection extends Section {
  readonly key: string;
}

/** Gives the section of a paragraph of a speech; to be asked from the first paragraph to the last. */
export type SectionReader = (
  speech: Speech,
  columns: Columns,
  year: number | undefined,
) => (paragraph: number) => KeyedSection;

const AHEAD =
  /目标|安排|计划|打算|下一步|下一阶段|下半年|后\S{1,3}个月|重点任务|重点工作|总体要求|今后|明年|未来|主要任务|任务举措/;
const BEHIND = /回顾|成效|成绩|亮点|进展|完成情况|运行情况|总结|过去|以来的?工作|形势/;

/** A heading without number: 2025年工作安排. */
const PLAIN_HEADING = /^(?:\S{0,6}(?:19|20)\d{2}年[^，。；：]{0,24}(?:回顾|安排|建议|目标|任务|工作|打算))$/;
const LONGEST_HEADING = 80;

/**
 * Makes a reader: of a paragraph the nearest heading above it that names a period counts, and the nearest that looks
 * ahead or back. What the headings of the speech asked last tell is remembered.
 */
export function createSectionReader(): SectionReader {
  let known: ReadonlyMap<string, Section> = new Map();
  return (speech, { said }, year) => {
    const { headings } = speech;
    const told = new Map(headings.map(({ title }) => [title, known.get(title) ?? sectionOf(title)]));
    known = told;
    const merged: Section[] = [];
    for (const { title, parent } of headings) {
      const own = told.get(title)!;
      const above = merged[parent];
      merged.push({ period: own.period || (above?.period ?? ''), ahead: own.ahead ?? above?.ahead });
    }
    const keyed = ({ period, ahead }: Section): KeyedSection => ({
      period,
      ahead,
      key: `${year}|${ahead}|${period}`,
    });
    const plain = said(speech, plainHeading);
    let base = keyed({ period: '', ahead: undefined });
    let current = base;
    let nextPlain = 0;
    let next = 0;
    return (paragraph) => {
      for (;;) {
        const plainAt = plain[nextPlain]?.index ?? Number.POSITIVE_INFINITY;
        const headingAt = headings[next]?.paragraph ?? Number.POSITIVE_INFINITY;
        if (Math.min(plainAt, headingAt) > paragraph) return current;
        if (plainAt <= headingAt) {
          base = keyed(plain[nextPlain++]!.said);
          current = base;
        } else {
          const { period, ahead } = merged[next++]!;
          current = keyed({ period: period || base.period, ahead: ahead ?? base.ahead });
        }
      }
    };
  };
}

function plainHeading({ text }: ParagraphFacts): Section | undefined {
  return text.length < LONGEST_HEADING && PLAIN_HEADING.test(text) ? sectionOf(text) : undefined;
}

function sectionOf(title: string): Section {
  const head = title.slice(0, 40);
  const ahead = AHEAD.test(head);
  return {
    period: readPeriods(head)[0]?.name ?? '',
    ahead: ahead ? true : BEHIND.test(head) ? false : undefined,
  };
}
