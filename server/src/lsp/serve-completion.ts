import type { Connection, Position } from 'vscode-languageserver';
import { completesPhrases, createCompletion } from './completion.ts';
import { figureCompletions, offersFigures } from './figures/completion.ts';
import type { Session } from './session.ts';

/** Answers what may come next: a figure where one fits, or else a set phrase. */
export function serveCompletion(
  connection: Connection,
  { settings, draftDocument, read, factsOf, readFigures }: Session,
): void {
  const figuresAt = async (uri: string, position: Position) => {
    if (!offersFigures(await settings.editorSection(uri))) return [];
    const reading = await readFigures(uri);
    return reading ? figureCompletions(reading, position) : [];
  };
  const completePhrases = createCompletion();
  const phrasesAt = async (uri: string, position: Position) => {
    const document = draftDocument(uri);
    if (!document || !completesPhrases(await settings.editorSection(uri))) return [];
    const own = await settings.of(uri);
    const facts = await factsOf(uri);
    const reading = read(uri);
    if (reading?.document !== document) return [];
    const times = Number(own['stock-phrase']?.options.times ?? 3);
    return completePhrases(reading, position, facts, times);
  };
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const figures = await figuresAt(uri, position);
    return figures.length > 0 ? figures : phrasesAt(uri, position);
  });
}
