import { type Range, RequestType } from 'vscode-languageclient';

export interface DurationParams {
  readonly uri: string;
  /** What is selected; times are asked for it too. */
  readonly range?: Range;
}

export interface DurationResult {
  /** Version of the document that was read, or null when it is not open. */
  readonly version: number | null;
  /** Characters a minute. */
  readonly rate: number;
  readonly whole: ReadingTime;
  readonly selected?: ReadingTime;
  /** Of all speeches, in the order of the text. */
  readonly sections: readonly SectionReadingTime[];
}

/** How long something takes to read aloud. */
export interface ReadingTime {
  /** As they are spoken: 8.5% is six. */
  readonly characters: number;
  readonly seconds: number;
  /** 约6分30秒. */
  readonly text: string;
}

export interface SectionReadingTime extends ReadingTime {
  /** Marker and title; 开头 for what stands before the first. */
  readonly name: string;
  /** 1 for the outermost. */
  readonly level: number;
  readonly range: Range;
}

export interface ReadingCopyParams {
  readonly uri: string;
}

export interface ReadingCopyResult {
  /** Version of the document that was read, or null when it is not open. */
  readonly version: number | null;
  readonly title: string;
  readonly style: string;
  /** HTML without script and style; what the draft says is escaped in it. */
  readonly body: string;
  /** A page of its own, to be saved and printed. */
  readonly page: string;
  /** Why there is no copy. */
  readonly message?: string;
}

/** How long an open document takes to read aloud. */
export const durationRequest = new RequestType<DurationParams, DurationResult, void>('hegao/duration');
/** An open document as the speaker reads it. */
export const readingCopyRequest = new RequestType<ReadingCopyParams, ReadingCopyResult, void>(
  'hegao/readingCopy',
);
