import type { Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../engine/check.ts';
import { quiet } from '../engine/quiet.ts';
import type { Failure, Finding, Related, Rule, RuleSettings } from '../engine/types.ts';
import { createWorkspace } from '../engine/workspace.ts';
import type { Archive } from '../facts/passages/finder.ts';
import { type Carrier, carryOn } from './carry.ts';
import { toRange } from './convert.ts';
import type { Analysis, Reading } from './documents.ts';
import type { Files } from './host.ts';

import type { Settings } from './settings.ts';
import type { Silences } from './silences.ts';

/** Another place of a finding that stands in another file. */
export interface PlacedRelated extends Related {
  readonly location: Location;
  /** The words there; empty where the file cannot be read any more. */
  readonly words: string;
}

/** Compares open drafts with the archive in the background, when their writer pauses. */
export interface Reuse {
  /** To be called when a document was opened or edited, or its settings changed; compares it after a while. */
  readonly changed: (uri: string, text?: string) => void;
  readonly closed: (uri: string) => void;
  /** The findings of an analysis with those of the last comparison, moved along with the text since. */
  readonly added: (analysis: Analysis) => Analysis;
}

const ARCHIVE_RULES: readonly string[] = ['passage-reuse', 'quote-mismatch'];

/** Whether a rule compares drafts with the archive, and so runs when the writer pauses. */
export function usesArchive({ meta }: Rule): boolean {
  return ARCHIVE_RULES.includes(meta.id);
}

/** What comparing takes. */
export interface ReuseSources {
  readonly rules: readonly Rule[];
  readonly checker: Pick<Checker, 'summarise'>;
  readonly read: (uri: string) => Reading | undefined;
  readonly settings: Pick<Settings, 'of' | 'archiveOf'>;
  readonly silencesOf: Silences['of'];
  readonly files: Files;
  /** The archive in a folder as it is now; undefined where there is none. @throws a Chinese reason */
  readonly openArchive: (folder: string) => Archive | undefined;
  /** Called when a comparison has changed what is to be shown. */
  readonly found: (uri: string) => void;
  readonly fail: (error: unknown) => void;
  /** Called with the rules that threw. */
  readonly failed: (failures: readonly Failure[]) => void;
  /** Calls back after the writer's pause; gives a way to call it off. */
  readonly later: (run: () => void) => () => void;
}

interface Compared extends Carrier {
  readonly id: number;
}

/** Makes the comparison. */
export function createReuse(sources: ReuseSources): Reuse {
  const { rules, read, settings, later, found, fail } = sources;
  const comparing = rules.filter(usesArchive);
  const waiting = new Map<string, () => void>();
  const compared = new Map<string, Compared>();
  let comparisons = 0;

  async function compare(uri: string): Promise<void> {
    const own = await settings.of(uri);
    const folder = await settings.archiveOf(uri);
    const silences = await sources.silencesOf(uri);
    const reading = read(uri);
    if (!reading) return;
    const archive = folder === undefined ? undefined : sources.openArchive(folder);
    const findings = quiet(compareOne(reading, own, archive), reading.draft, silences).findings;
    const placed = await Promise.all(findings.map(place));
    const before = compared.get(uri);
    if (!read(uri)) return;
    const same = JSON.stringify(before?.findings ?? []) === JSON.stringify(placed);
    const id = same && before ? before.id : placed.length === 0 && !before ? 0 : ++comparisons;
    compared.set(uri, { text: reading.draft.text, findings: placed, id });
    if (!same) found(uri);
  }

  function compareOne(
    { document, draft }: Reading,
    own: RuleSettings,
    archive: Archive | undefined,
  ): readonly Finding[] {
    const path = sources.files.pathOf(document.uri) ?? document.uri;
    const workspace = createWorkspace(comparing);
    const { summaries, failures: unread } = sources.checker.summarise(draft, own);
    workspace.put(path, summaries);
    const others = archive && exceptFile(archive, path);
    const { findings, failures } = workspace.check(path, own, { archive: others, text: draft.text });
    sources.failed([...unread, ...failures]);
    return findings;
  }

  async function place(finding: Finding): Promise<Finding> {
    return { ...finding, related: await Promise.all(finding.related.map(placeRelated)) };
  }

  async function placeRelated(related: Related): Promise<Related | PlacedRelated> {
    if (related.path === undefined) return related;
    const file = await sources.files.read(related.path);
    const text = file && 'text' in file ? file.text : '';
    const uri = sources.files.uriOf(related.path);
    const range = toRange(TextDocument.create(uri, '', 0, text), related.span);
    const words = text.slice(related.span.start, related.span.end);
    return { ...related, location: { uri, range }, words };
  }

  return {
    changed(uri, text) {
      const known = compared.get(uri);
      if (known && text !== undefined) compared.set(uri, { ...known, ...carryOn(known, text) });
      waiting.get(uri)?.();
      waiting.set(
        uri,
        later(() => {
          waiting.delete(uri);
          compare(uri).catch(fail);
        }),
      );
    },
    closed(uri) {
      waiting.get(uri)?.();
      waiting.delete(uri);
      compared.delete(uri);
    },
    added(analysis) {
      const known = compared.get(analysis.document.uri);
      if (!known || known.id === 0) return analysis;
      const moved = { ...known, ...carryOn(known, analysis.draft.text) };
      compared.set(analysis.document.uri, moved);
      const findings = [...analysis.result.findings, ...moved.findings].sort(
        (a, b) => a.span.start - b.span.start,
      );
      return {
        ...analysis,
        result: { ...analysis.result, findings },
        resultId: `${analysis.resultId}+${known.id}`,
      };
    },
  };
}

/** An archive without the file that is compared. */
function exceptFile(archive: Archive, path: string): Archive {
  return {
    authority: archive.authority,
    *like(prints, counts) {
      for (const candidate of archive.like(prints, counts)) if (candidate.path !== path) yield candidate;
    },
  };
}
