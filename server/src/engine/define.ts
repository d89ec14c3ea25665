import { type Static, type TObject, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Draft, Speech } from '../draft/types.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import type {
  Context,
  Level,
  MarkCheck,
  Report,
  Rule,
  RuleMeta,
  RuleOptions,
  SpeechContext,
  WorkspaceContext,
  WorkspaceIndex,
} from './types.ts';

interface Definition<Schema extends TObject> {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly finalLevel?: Level;
  readonly masked?: RuleMeta['masked'];
  readonly source: string;
  readonly options?: Schema;
}

function meta<Schema extends TObject>(definition: Definition<Schema>): RuleMeta {
  const options = definition.options ?? Type.Object({}, { additionalProperties: false });
  const { id, title, level, finalLevel, masked = {}, source } = definition;
  const defaults = Value.Create(options) as Record<string, unknown>;
  return { id, title, level, finalLevel: finalLevel ?? level, masked, source, options, defaults };
}

/** A rule that reads one paragraph. Its options are checked against the schema before it runs. */
export function paragraphRule<Schema extends TObject>(
  definition: Definition<Schema> & {
    readonly check: (facts: ParagraphFacts, options: Static<Schema>, context: Context) => readonly Report[];
    readonly marks?: MarkCheck;
  },
): Rule {
  const { check, marks } = definition;
  return {
    meta: meta(definition),
    scope: 'paragraph',
    ...(marks ? { marks } : {}),
    check: (facts, options, context) => check(facts, options as Static<Schema>, context),
  };
}

/** A rule that reads one speech. */
export function speechRule<Schema extends TObject>(
  definition: Definition<Schema> & {
    readonly check: (speech: Speech, options: Static<Schema>, context: SpeechContext) => readonly Report[];
  },
): Rule {
  const { check } = definition;
  return {
    meta: meta(definition),
    scope: 'speech',
    check: (speech, options, context) => check(speech, options as Static<Schema>, context),
  };
}

/** A rule that reads one speech and takes long: it does so in steps. */
export function steppedRule<Schema extends TObject>(
  definition: Definition<Schema> & {
    readonly steps: (
      speech: Speech,
      options: Static<Schema>,
      context: SpeechContext,
    ) => Generator<undefined, readonly Report[]>;
  },
): Rule {
  const steps = (speech: Speech, options: RuleOptions, context: SpeechContext) =>
    definition.steps(speech, options as Static<Schema>, context);
  return {
    meta: meta(definition),
    scope: 'speech',
    steps,
    check: (speech, options, context) => outcome(steps(speech, options, context)),
  };
}

/** What a generator returns in the end, its steps taken one after the other. */
export function outcome<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What a workspace rule's index is made of, with the types of its own summary and options. */
interface TypedIndex<Summary, Options> extends Pick<WorkspaceIndex<Summary>, 'put' | 'remove'> {
  readonly reports: (path: string, options: Options, context: WorkspaceContext) => readonly Report[];
}

/** A rule that compares drafts by their summaries. */
export function workspaceRule<Schema extends TObject, Summary>(
  definition: Definition<Schema> & {
    readonly prepare?: (facts: ParagraphFacts) => unknown;
    readonly summarise: (draft: Draft, options: Static<Schema>, context: SpeechContext) => Summary;
    readonly createIndex: () => TypedIndex<Summary, Static<Schema>>;
  },
): Rule {
  const { prepare, summarise, createIndex } = definition;
  return {
    meta: meta(definition),
    scope: 'workspace',
    ...(prepare ? { prepare } : {}),
    summarise: (draft, options, context) => summarise(draft, options as Static<Schema>, context),
    createIndex() {
      const { put, remove, reports } = createIndex();
      return {
        put: (path, summary) => put(path, summary as Summary),
        remove,
        reports: (path, options: RuleOptions, context) => reports(path, options as Static<Schema>, context),
      };
    },
  };
}
