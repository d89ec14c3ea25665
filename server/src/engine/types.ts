import type { TSchema } from 'typebox';
import type { Span } from '../draft/span.ts';
import type { Draft, Speech } from '../draft/types.ts';
import type { FactMemory, ParagraphFacts, SpeechFacts } from '../facts/facts.ts';
import type { Archive } from '../facts/passages/finder.ts';
import type { Words } from '../words/words.ts';

/** Levels, strongest first; shown as 必改 / 请核 / 建议 / 参考. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a configuration may say of a rule. */
export type Level = Severity | 'off';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A way to put a finding right. `safe` may be applied unseen; a `suggestion` is applied by a person who looks. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
}

/** Another place that belongs to a finding: the predecessor, the other value. */
export interface Related {
  readonly message: string;
  readonly span: Span;
  /** The draft in which it stands, as the shell names it; absent for the finding's own. */
  readonly path?: string;
}

/** What a rule says of one place. Spans are offsets in the source for speech rules, in the paragraph's text for paragraph rules. */
export interface Report {
  readonly messageId: string;
  /** A weaker level for this one report; never raises the level the rule is set to. */
  readonly severity?: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** A report with its rule and severity; all spans are offsets in the source text. */
export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** A rule that could not run: why, in Chinese, for the person who reads the list. */
export interface Failure {
  readonly ruleId?: string;
  readonly message: string;
}

/** What a check of one draft returns; findings are sorted by place. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/** What rules may ask for besides the draft. */
export interface Context {
  /** The word cutter, loaded on first use; undefined where it is missing (the shell says so once). */
  readonly words: () => Words | undefined;
}

/** What speech rules may ask for: the same, and the facts of any paragraph. */
export interface SpeechContext extends Context {
  readonly facts: FactMemory;
  readonly draft: Draft;
  /** The version of this draft that went before; undefined where none is given. */
  readonly earlier?: Draft | undefined;
}

export interface RuleMeta {
  readonly id: string;
  /** What it finds, one Chinese phrase for tables. */
  readonly title: string;
  /** Default level (`hegao:draft`). */
  readonly level: Level;
  /** Level in `hegao:final`. */
  readonly finalLevel: Level;
  /** What differs from the default in `hegao:masked`, where masks are meant to stay. */
  readonly masked: { readonly level?: Level; readonly options?: RuleOptions };
  /** 国标 (with clause), 惯例 or 建议. */
  readonly source: string;
  /** TypeBox schema of the options object; its defaults are `defaults`. */
  readonly options: TSchema;
  readonly defaults: RuleOptions;
}

/** Reads one paragraph; remembered by its text, so it must not look further. */
export interface ParagraphRule {
  readonly meta: RuleMeta;
  readonly scope: 'paragraph';
  readonly check: (facts: ParagraphFacts, options: RuleOptions, context: Context) => readonly Report[];
  /** What the file marks in a speech, which no paragraph knows of. Spans are offsets in the source. */
  readonly marks?: MarkCheck;
}

export type MarkCheck = (speech: Speech, facts: SpeechFacts) => readonly Report[];

/** Reads one speech with its outline. */
export interface SpeechRule {
  readonly meta: RuleMeta;
  readonly scope: 'speech';
  readonly check: (speech: Speech, options: RuleOptions, context: SpeechContext) => readonly Report[];
  /** The same in steps of a few milliseconds, for one that takes longer. */
  readonly steps?: (
    speech: Speech,
    options: RuleOptions,
    context: SpeechContext,
  ) => Generator<undefined, readonly Report[]>;
}

/**
 * Compares drafts. Each draft gives a summary first: plain values that survive JSON, so that caches and
 * shards can carry them; the index of all summaries then tells what to say of each draft.
 */
export interface WorkspaceRule {
  readonly meta: RuleMeta;
  readonly scope: 'workspace';
  /** Reads of a paragraph what the summary needs, so that a server can take a long draft piece by piece. */
  readonly prepare?: (facts: ParagraphFacts) => unknown;
  readonly summarise: (draft: Draft, options: RuleOptions, context: SpeechContext) => unknown;
  readonly createIndex: () => WorkspaceIndex<unknown>;
}

/** The summaries of all drafts. What it reports depends on what is in it, not on the order in which it came. */
export interface WorkspaceIndex<Summary> {
  /** Takes up the summary of a draft, or another one instead of the one it had. */
  readonly put: (path: string, summary: Summary) => void;
  readonly remove: (path: string) => void;
  /** What to say of a draft that is in the index; spans are offsets in its source. */
  readonly reports: (path: string, options: RuleOptions, context: WorkspaceContext) => readonly Report[];
}

/** What rules that compare drafts may ask for besides the drafts. */
export interface WorkspaceContext {
  /** Earlier speeches; undefined where the draft has no archive. */
  readonly archive?: Archive | undefined;
  /** Source of the draft; without it a finding may point into the middle of a character. */
  readonly text?: string | undefined;
}

/** Any rule with its option type closed over; `define.ts` makes them. */
export type Rule = ParagraphRule | SpeechRule | WorkspaceRule;

export type RuleOptions = Readonly<Record<string, unknown>>;

/** A rule as a run uses it. */
export interface RuleSetting {
  readonly level: Level;
  readonly options: RuleOptions;
}

/** Rule id → setting: the outcome of presets, configuration files and flags. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;
