import { slice } from '../draft/span.ts';
import { toRange } from './convert.ts';
import type { Analysis } from './documents.ts';
import type { PlaceholdersResult } from './protocol/index.ts';

/** What is still to be filled in, in the order of the text. */
export function placeholdersIn({ document, draft, result }: Analysis): PlaceholdersResult {
  return {
    items: result.findings
      .filter(({ ruleId }) => ruleId.startsWith('placeholder-'))
      .map(({ ruleId, span }) => ({
        range: toRange(document, span),
        ruleId,
        text: slice(draft.text, span),
      })),
  };
}
