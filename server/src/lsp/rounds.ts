import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isClassified } from '../draft/classified.ts';
import { readDraft } from '../draft/read.ts';
import type { Draft, DraftKind } from '../draft/types.ts';
import { OPINION_COLUMNS, opinionsOf } from '../engine/opinions.ts';
import { CHANGE_KIND_NAMES, CHANGE_WAY_NAMES, compareDrafts, type PlacedChange } from '../engine/rounds.ts';
import type { FactMemory } from '../facts/facts.ts';
import { BOM, csvRecord } from '../files/csv.ts';
import { markdownTable } from '../files/markdown-table.ts';
import { toRange } from './convert.ts';
import type { Analysis, Reading } from './documents.ts';
import type { Host } from './host.ts';
import { compareParams, opinionsParams } from './params.ts';
import {
  type CompareResult,
  compareRequest,
  type DraftChange,
  type OpinionsParams,
  type OpinionsResult,
  opinionsRequest,
} from './protocol/index.ts';

/** The versions that went before, of documents that were compared. */
export interface EarlierVersions {
  readonly of: (uri: string) => Draft | undefined;
  /** Takes up a version, or forgets it for null; whether that changed anything. */
  readonly put: (uri: string, text: string | null, kind?: DraftKind) => boolean;
}

/** Makes an empty memory of earlier versions. */
export function createEarlier(): EarlierVersions {
  const known = new Map<string, Draft>();
  return {
    of: (uri) => known.get(uri),
    put(uri, text, kind = 'text') {
      const before = known.get(uri);
      if (before?.text === (text ?? undefined) && (text === null || before?.kind === kind)) return false;
      if (text === null) known.delete(uri);
      else known.set(uri, readDraft(text, kind));
      return true;
    },
  };
}

/** What comparing and tables of opinions need of the server. */
export interface RoundsHost extends Pick<Host, 'wordTable'> {
  readonly earlier: EarlierVersions;
  readonly readFacts: (uri: string) => Promise<(Reading & { readonly memory: FactMemory }) | undefined>;
  readonly checked: (uri: string) => Promise<Analysis | undefined>;
  /** The findings of a document may be others now. */
  readonly changed: (uri: string) => void;
}

/** Answers 与上一稿对比 and 生成核稿意见表. */
export function serveRounds(connection: Connection, host: RoundsHost): void {
  connection.onRequest(compareRequest, async (params): Promise<CompareResult> => {
    const { uri, earlier } = compareParams(params);
    const reading = await host.readFacts(uri);
    // Of a document that is not open nobody would forget it.
    if (reading && host.earlier.put(uri, earlier, reading.draft.kind)) host.changed(uri);
    const old = host.earlier.of(uri);
    if (!reading || !old) return { version: reading?.document.version ?? null, changes: [] };
    return changesIn(reading, reading.memory, old);
  });
  connection.onRequest(opinionsRequest, async (params) => {
    const { uri, format } = opinionsParams(params);
    const analysis = await host.checked(uri);
    return analysis ? opinionTable(analysis, format, host) : { count: 0, message: '这份文稿没有打开。' };
  });
}

function changesIn({ document, draft }: Reading, memory: FactMemory, old: Draft): CompareResult {
  const before = TextDocument.create('', '', 0, old.text);
  const changes = compareDrafts(old, draft, memory).map((change): DraftChange => {
    const { kind, way, topic, oldPlace, nowPlace } = change;
    return {
      kind: CHANGE_KIND_NAMES[kind],
      way: CHANGE_WAY_NAMES[way],
      topic,
      old: placeOf(before, change.old, oldPlace),
      now: placeOf(document, change.now, nowPlace),
    };
  });
  return { version: document.version, changes };
}

function placeOf(document: TextDocument, side: PlacedChange['old'], where: string): DraftChange['old'] {
  return side ? { text: side.text, range: toRange(document, side.span), where } : null;
}

async function opinionTable(
  { draft, result }: Analysis,
  format: OpinionsParams['format'],
  { wordTable }: RoundsHost,
): Promise<OpinionsResult> {
  if (isClassified(draft.text))
    return { count: 0, message: '稿子标有密级，不写入核稿意见表；请在编辑器里查看。' };
  const rows = opinionsOf(draft, result.findings).map(({ place, original, problem, advice }, i) => [
    ...[String(i + 1), place, original.replace(/\s+/g, ' '), problem, advice],
    '',
  ]);
  const count = rows.length;
  if (format === 'csv') return { count, content: BOM + [OPINION_COLUMNS, ...rows].map(csvRecord).join('') };
  if (format === 'markdown')
    return { count, content: `# 核稿意见表\n\n${markdownTable(OPINION_COLUMNS, rows)}` };
  const made = await wordTable?.('核稿意见表', OPINION_COLUMNS, rows);
  if (!made) return { count, message: '这里不能写 Word 文件，请存为 CSV 或 Markdown。' };
  return 'content' in made ? { count, content: made.content } : { count, message: `${made.failure}。` };
}
