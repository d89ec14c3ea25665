import type { Span } from '../../draft/span.ts';

/** One line of a team's list of leaders. */
export interface RosterRow {
  readonly name: string;
  /** As the table has it; several posts are parted by 、. */
  readonly title: string;
  /** Place in a list, from 1; absent where the table gives none. */
  readonly order?: number;
  /** First and last month in the post: `2021`, `2021-03`. */
  readonly from?: string;
  readonly to?: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** A name of the roster in a paragraph; spans are in the paragraph's text. */
export interface NameMention {
  readonly name: string;
  readonly span: Span;
  /** The post of the roster that stands directly before the name, with 副 where that stands before it. */
  readonly post?: { readonly text: string; readonly span: Span };
  /** 前, 原, 时任, 代 and their like stand before the post or the name. */
  readonly former: boolean;
}

/** A post of the roster with a name behind it that differs in one character from its holder's. */
export interface Misnamed {
  readonly post: string;
  readonly written: string;
  /** Of what is written for the name. */
  readonly span: Span;
  /** The names of three characters or more that it is near to. */
  readonly near: string;
}

/** What a paragraph says of the people of a roster. */
export interface RosterReading {
  readonly names: readonly NameMention[];
  readonly misnamed: readonly Misnamed[];
  /** Names that stand side by side, two or more, in the order of the text. */
  readonly lists: readonly (readonly NameMention[])[];
}
