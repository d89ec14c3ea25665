import type { FileResult } from './run/types.ts';

/** Tells of rules that threw: each once, with the first text that it threw at. */
export interface BrokenRules {
  /** Tells what went wrong with a file, and gives the result back. */
  readonly told: (result: FileResult) => Promise<FileResult>;
  /** Says of how many more texts the same is true. */
  readonly end: () => Promise<void>;
}

/** Makes the teller; `say` writes a Chinese sentence. */
export function createBrokenRules(say: (sentence: string) => Promise<void>): BrokenRules {
  const others = new Map<string, number>();
  return {
    async told(result) {
      for (const { ruleId, message } of result.failures) {
        if (ruleId === undefined) continue;
        const known = others.get(ruleId);
        others.set(ruleId, known === undefined ? 0 : known + 1);
        if (known === undefined) await say(`${result.path}：${message}`);
      }
      return result;
    },
    async end() {
      for (const [rule, count] of others) {
        if (count > 0) await say(`规则“${rule}”另有${count}份稿子运行出错，都未按此规则核查。`);
      }
    },
  };
}
