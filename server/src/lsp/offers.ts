import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isClassified } from '../draft/classified.ts';
import { readDraft } from '../draft/read.ts';
import type { FactMemory } from '../facts/facts.ts';
import { valuesFrom } from '../facts/masks/align.ts';
import { createSameText } from '../facts/masks/siblings.ts';
import { baseName, below, parentOf } from '../files/paths.ts';
import { toRange } from './convert.ts';
import { throwIfCancelled } from './documents.ts';
import type { CheckedDraft } from './file-check.ts';
import type { Files } from './host.ts';
import type { FillOffer } from './protocol/index.ts';
import { nextTurn } from './turn.ts';

/** What looking into other drafts takes. */
export interface OfferSources {
  readonly files: Files;
  readonly memory: FactMemory;
  readonly openDocuments: () => readonly TextDocument[];
}

/** Another draft, by name and text. */
interface Other {
  readonly name: string;
  readonly text: string;
}

/**
 * What other drafts of the same text have where a draft has placeholders: open documents, then the drafts below the
 * folders, those in the draft's own folder first. One offer of one text a place.
 */
export async function offersFor(
  { document, draft }: CheckedDraft,
  folders: readonly string[],
  token: CancellationToken,
  sources: OfferSources,
): Promise<readonly FillOffer[]> {
  const { memory } = sources;
  const speeches = draft.speeches
    .filter((speech) => memory.ofSpeech(speech).masks.length > 0)
    .map((speech) => ({ speech, isSame: createSameText(speech, memory) }));
  const offers = new Map<string, FillOffer & { readonly start: number }>();
  for await (const { name, text } of otherDrafts(document, folders, sources)) {
    await nextTurn();
    throwIfCancelled(token);
    const same = isClassified(text) ? [] : speeches.filter(({ isSame }) => isSame(text));
    if (same.length === 0) continue;
    const other = readDraft(text, 'text');
    for (const { speech } of same) {
      for (const [{ span }, offer] of valuesFrom(speech, memory, other)) {
        const key = `${span.start}:${offer.text}`;
        if (!offers.has(key)) {
          const range = toRange(document, span);
          offers.set(key, { range, text: offer.text, from: name, start: span.start });
        }
      }
    }
  }
  return [...offers.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ range, text, from }) => ({ range, text, from }));
}

async function* otherDrafts(
  document: TextDocument,
  folders: readonly string[],
  { files, openDocuments }: OfferSources,
): AsyncGenerator<Other> {
  const seen = new Set([files.pathOf(document.uri)]);
  for (const open of openDocuments()) {
    if (open.uri === document.uri) continue;
    const path = files.pathOf(open.uri);
    if (path !== undefined) seen.add(path);
    yield { name: path === undefined ? open.uri : baseName(path), text: open.getText() };
  }
  const own = files.pathOf(document.uri);
  for (const folderUri of folders) {
    const folder = files.pathOf(folderUri);
    if (folder === undefined) continue;
    const found = (await files.findDrafts(folder)).map(({ path }) => path);
    const beside = (path: string) => own !== undefined && parentOf(path) === parentOf(own);
    for (const path of [...found.filter(beside), ...found.filter((one) => !beside(one))]) {
      if (seen.has(path)) continue;
      seen.add(path);
      const read = await files.read(path);
      if (read && 'text' in read) yield { name: below(folder, path) ?? baseName(path), text: read.text };
    }
  }
}
