import type {
  Diagnostic,
  Position,
  ProgressToken,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver';

/** What the server answers beyond the Language Server Protocol. Other editors may call it too. */

export interface CheckWorkspaceParams {
  /** URIs of the folders to check: `file:` folders for a server with a disk, any that the client reads for one without. */
  readonly folders: readonly string[];
  readonly workDoneToken?: ProgressToken;
}

export interface CheckWorkspaceResult {
  /** Every file looked at, those without findings included. */
  readonly files: readonly CheckedFile[];
  /** Sentences for the user: files that could not be read, and why. */
  readonly failures: readonly string[];
}

export interface CheckedFile {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
  /** What is to be filled in, thing by thing. */
  readonly speeches: readonly OpenSpeech[];
}

export interface ExportWordParams {
  readonly uri: string;
  /** URI of the file to write; one that is there is written over. */
  readonly to: string;
  /** `gb9704`, `reading`, or the URI of a profile file. */
  readonly profile: string;
}

export interface ExportWordResult {
  readonly written: boolean;
  /** What was done, or why nothing was: one or more sentences for the user. */
  readonly message: string;
}

export interface PlaceholdersParams {
  readonly uri: string;
}

export interface PlaceholderItem {
  readonly range: Range;
  readonly ruleId: string;
  readonly text: string;
}

export interface PlaceholdersResult {
  /** In the order of the text. */
  readonly items: readonly PlaceholderItem[];
}

export interface OpenItemsParams {
  readonly uri: string;
  /** The workspace folder of a file that is not open. */
  readonly folder?: string;
}

export interface OpenItemsResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  /** Those with something left to fill in. */
  readonly speeches: readonly OpenSpeech[];
}

export interface OpenSpeech {
  /** Its title, or 第二篇 where it has none. */
  readonly title: string;
  readonly range: Range;
  readonly things: readonly OpenThing[];
}

/** One thing that is left open. */
export interface OpenThing {
  /** 数字, 日期, 届次, 名称, 词语 or 空白. */
  readonly kind: string;
  readonly label: string;
  /** One mask that stands for several things: its places are filled in one by one. */
  readonly several: boolean;
  readonly places: readonly OpenPlace[];
}

export interface OpenPlace {
  readonly range: Range;
  /** As it stands in the document. */
  readonly text: string;
  /** The sentence around it, and where `text` begins there. */
  readonly sentence: string;
  readonly at: number;
  /** In words: 二、（三）第2段. */
  readonly where: string;
  /** What the speech itself gives for it. */
  readonly fill?: string;
}

export interface FillParams {
  readonly uri: string;
  /** In the placeholder that is meant. */
  readonly position: Position;
  /** The masked part or the whole. */
  readonly text: string;
  /** Every place of the same speech that asks for the same. */
  readonly all: boolean;
}

export interface OffersParams {
  readonly uri: string;
  /** URIs of the folders whose drafts may be of the same text. */
  readonly folders: readonly string[];
}

export interface OffersResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  readonly offers: readonly FillOffer[];
}

/** What another draft of the same text has for a place. */
export interface FillOffer {
  readonly range: Range;
  readonly text: string;
  /** Name of the other draft. */
  readonly from: string;
}

export interface KeepParams extends OpenItemsParams {
  /** Where the placeholders begin that are to stay as they are. */
  readonly positions: readonly Position[];
}

export interface KeepResult {
  /** Writes the decision to `.hegao-ignore.yaml`; absent where it cannot be written. */
  readonly edit?: WorkspaceEdit;
  /** Why there is no edit. */
  readonly message?: string;
}

export interface FiguresParams {
  readonly uri: string;
}

export interface FiguresResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  /** Speech by speech, in the order of the text. */
  readonly items: readonly FigureItem[];
}

/** A figure and what it says, in words. */
export interface FigureItem {
  readonly range: Range;
  /** As it stands in the document, with the words that blur it. */
  readonly text: string;
  /** Empty where it could not be told. */
  readonly indicator: string;
  readonly scope: string;
  readonly period: string;
  /** 总量, 增速, 增减, 占比, 位次, 数量; 目标（增速） and the like of what is to come. */
  readonly kind: string;
  /** What it is compared with and how it is counted. */
  readonly basis: string;
  /** In digits, a fall with its minus; a mask as it stands. */
  readonly value: string;
  readonly unit: string;
  /** The value in one unit for all of a kind, to sort by; null for a mask. */
  readonly amount: number | null;
  /** In words: 二、（三）第2段. */
  readonly where: string;
  /** Equal for figures that must agree; null where the indicator could not be told. */
  readonly key: string | null;
  /** How many places of its speech have the same key. */
  readonly mentions: number;
  /** What the table of figures has for it. */
  readonly ledger?: { readonly text: string; readonly agrees: boolean };
}

export interface MaskParams {
  readonly uri: string;
  /** Of `names`, `places`, `bodies`, `documents`, `sessions`, `figures`, `dates`; the first five where it is absent. */
  readonly what?: readonly string[];
  /** Words that stay as they are. */
  readonly keep?: readonly string[];
  /** A mask of its own for every person, place and body. */
  readonly numbered?: boolean;
}

export interface MaskResult {
  readonly things: readonly MaskedThing[];
  /** The masked copy, and what the key file is to hold; absent where there is none. */
  readonly text?: string;
  readonly key?: string;
  /** Why there is none. */
  readonly message?: string;
}

/** Something that is masked. */
export interface MaskedThing {
  /** 人名, 地名, 单位, 文号, 届次, 号码, 数据 or 日期. */
  readonly kind: string;
  readonly name: string;
  /** What is to be kept where it is to stay. */
  readonly word: string;
  /** How often it stands there. */
  readonly count: number;
  readonly mask: string;
}

export interface UnmaskParams {
  readonly uri: string;
  /** What the key file holds. */
  readonly key: string;
}

export interface UnmaskResult {
  /** The restored text; absent where the key is none. */
  readonly text?: string;
  readonly restored: number;
  /** Masks that are left, in the document as it is. */
  readonly open: readonly { readonly range: Range; readonly mask: string }[];
  readonly message?: string;
}

export interface CompareParams {
  readonly uri: string;
  /** Text of the version that went before; it is kept for the rules until the document is closed. Null forgets it. */
  readonly earlier: string | null;
}

export interface CompareResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  /** Everything of substance that differs, in the order of the document. */
  readonly changes: readonly DraftChange[];
}

export interface DraftChange {
  /** 数据, 名称, 日期, 待补, 标题, 预告, 段落 or 文字. */
  readonly kind: string;
  /** 改, 增, 删, 移, 补上 or 空出. */
  readonly way: string;
  /** What a figure is of; empty where it could not be told. */
  readonly topic: string;
  /** In the earlier version. */
  readonly old: ChangedPlace | null;
  /** In the document. */
  readonly now: ChangedPlace | null;
}

export interface ChangedPlace {
  readonly text: string;
  readonly range: Range;
  /** In words: 二、（三）第2段. */
  readonly where: string;
}

export interface OpinionsParams {
  readonly uri: string;
  readonly format: 'csv' | 'markdown' | 'docx';
}

export interface OpinionsResult {
  /** The file: text, or base64 of the bytes of a Word file. Absent where there is none. */
  readonly content?: string;
  readonly count: number;
  /** Why there is no table: a Chinese sentence. */
  readonly message?: string;
}

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

export interface RenumberParams {
  readonly uri: string;
  readonly position: Position;
}

export interface RenumberResult {
  readonly edits: TextEdit[];
  /** Version of the document that the edits fit, or null when the document is not open. */
  readonly version: number | null;
  /** Why there is nothing to do, when there are no edits. */
  readonly message?: string;
}

/** Up and down move a section; promoting and demoting change its level; the others concern the whole speech. */
export type OutlineAction = 'promote' | 'demote' | 'moveUp' | 'moveDown' | 'renumberAll' | 'normalise';

export interface EditOutlineParams {
  readonly uri: string;
  /** In the section that is meant, or below it. */
  readonly position: Position;
  readonly action: OutlineAction;
}

export interface EditOutlineResult extends RenumberResult {
  /** Where the cursor is to be after the edits, when a section changed its place or level. */
  readonly position?: Position;
}

export interface StatusParams {
  readonly message: string;
  readonly kind: 'info' | 'warning';
}

export interface ReadWordParams {
  /** Name of the file, which tells what it is where its bytes do not. */
  readonly name: string;
  /** Its bytes, as Base64. */
  readonly base64: string;
}

export interface ReadWordResult {
  /** The text as its reader sees it. */
  readonly text?: string;
  /** What stands in the file and not in the text, one Chinese sentence each. */
  readonly notices?: readonly string[];
  /** Why it cannot be read: a Chinese phrase. */
  readonly failure?: string;
}

/** Checks files on disk for what is still to be filled in or deleted. */
export const checkWorkspaceRequest = new RequestType<CheckWorkspaceParams, CheckWorkspaceResult, void>(
  'hegao/checkWorkspace',
);
/** What is still to be filled in in an open document. */
export const placeholdersRequest = new RequestType<PlaceholdersParams, PlaceholdersResult, void>(
  'hegao/placeholders',
);
/** The same thing by thing, of an open document or of a file. */
export const openItemsRequest = new RequestType<OpenItemsParams, OpenItemsResult, void>('hegao/openItems');
/** The edits that fill in one place, or all places that ask for the same. */
export const fillRequest = new RequestType<FillParams, RenumberResult, void>('hegao/fill');
/** What other drafts of the same text have where this one has placeholders. */
export const offersRequest = new RequestType<OffersParams, OffersResult, void>('hegao/offers');
/** The edit that keeps placeholders as they are: 保留不补. */
export const keepRequest = new RequestType<KeepParams, KeepResult, void>('hegao/keep');
/** The figures of an open document, with what they say. */
export const figuresRequest = new RequestType<FiguresParams, FiguresResult, void>('hegao/figures');
export const maskRequest = new RequestType<MaskParams, MaskResult, void>('hegao/mask');
export const unmaskRequest = new RequestType<UnmaskParams, UnmaskResult, void>('hegao/unmask');
/** What differs between an open document and the version that went before. */
export const compareRequest = new RequestType<CompareParams, CompareResult, void>('hegao/compare');
/** The findings of an open document as a 核稿意见表. */
export const opinionsRequest = new RequestType<OpinionsParams, OpinionsResult, void>('hegao/opinions');
/** The edits that put the numbers of one level of headings in order. */
export const durationRequest = new RequestType<DurationParams, DurationResult, void>('hegao/duration');
export const readingCopyRequest = new RequestType<ReadingCopyParams, ReadingCopyResult, void>(
  'hegao/readingCopy',
);
export const renumberRequest = new RequestType<RenumberParams, RenumberResult, void>('hegao/renumber');
/** The edits that give a section another level or place, or put all numbers or markers of its speech in order. */
export const editOutlineRequest = new RequestType<EditOutlineParams, EditOutlineResult, void>(
  'hegao/editOutline',
);
/** The text of a Word file. */
export const readWordRequest = new RequestType<ReadWordParams, ReadWordResult, void>('hegao/readWord');
/** Lays an open document out as a Word file. */
export const exportWordRequest = new RequestType<ExportWordParams, ExportWordResult, void>(
  'hegao/exportWord',
);
/** Something the user should know once, such as a part of the check that could not run. */
export const statusNotification = new NotificationType<StatusParams>('hegao/status');

/**
 * What a server without a disk (in a browser) asks of its client. These need a transport that carries bytes, such as
 * the messages between a page and its workers.
 */

export interface ReadParams {
  readonly uri: string;
}

/** The bytes, or why they cannot be had: a Chinese phrase. Neither where there is no such file. */
export interface ReadFileResult {
  readonly bytes?: Uint8Array;
  readonly failure?: string;
}

export interface ReadFolderResult {
  /** Names of the files and folders in it; a link to a folder is none. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Why it could not be looked into, a Chinese phrase. */
  readonly failure?: string;
}

/** The bytes of a file in the workspace. */
export const readFileRequest = new RequestType<ReadParams, ReadFileResult, void>('hegao/readFile');
/** What is in a folder of the workspace. */
export const readFolderRequest = new RequestType<ReadParams, ReadFolderResult, void>('hegao/readFolder');
/** The bytes of the compiled dictionary. */
export const readWordsRequest = new RequestType0<ReadFileResult, void>('hegao/readWords');
