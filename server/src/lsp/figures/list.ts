import { describePlace } from '../../draft/place.ts';
import { onOneLine, slice } from '../../draft/span.ts';
import type { Draft, Speech } from '../../draft/types.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import { toRange } from '../convert.ts';
import type { FigureItem, FiguresResult } from '../protocol/index.ts';
import { type LedgerLookup, ledgerWords } from './ledger.ts';
import type { FigureReading } from './reading.ts';
import { basisWords, cellsOf, kindWords } from './words.ts';

/** Every figure of a document, speech by speech in the order of the text. */
export function figuresIn(reading: FigureReading, inLedger: LedgerLookup): FiguresResult {
  const { document, draft, memory } = reading;
  const items = draft.speeches.flatMap((speech, index) => {
    const { figures } = memory.ofSpeech(speech);
    const counts = new Map<string, number>();
    for (const { key } of figures) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    return figures.map((one): FigureItem => {
      const ledger = inLedger(one);
      return {
        range: toRange(document, one.span),
        text: onOneLine(slice(draft.text, one.span)),
        ...cellsIn(draft, speech, one),
        key: one.key === undefined ? null : `${index} ${one.key}`,
        mentions: one.key === undefined ? 1 : counts.get(one.key)!,
        ...(ledger ? { ledger: { text: ledgerWords(ledger.row), agrees: ledger.agrees } } : {}),
      };
    });
  });
  return { version: document.version, items };
}

function cellsIn(draft: Draft, speech: Speech, one: SpeechFigure) {
  const { figure, scope, period, span } = one;
  return {
    indicator: figure.indicator,
    scope,
    period: period.name,
    kind: kindWords(one),
    basis: basisWords(figure),
    ...cellsOf(speech, one),
    amount: figure.amount ?? null,
    where: describePlace(draft, span.start),
  };
}
