import type { FromPage } from '../messages.ts';
import type { Sort } from '../row.ts';

/** What outlives the page when its view is hidden. */
export interface Kept {
  readonly filter: string;
  readonly sort?: Sort | undefined;
  readonly active?: string | undefined;
  readonly scroll: number;
}

/** VS Code as a page sees it. */
interface VsCode {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => Kept | undefined;
  readonly setState: (state: Kept) => void;
}

declare const acquireVsCodeApi: () => VsCode;

/** May be called once in the life of a page. */
export function vsCode(): VsCode {
  return acquireVsCodeApi();
}
