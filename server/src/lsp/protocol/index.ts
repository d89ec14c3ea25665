/** What the server answers beyond the Language Server Protocol. Other editors may call it too. */
export * from './aloud.ts';
export * from './figures.ts';
export * from './host.ts';
export * from './masking.ts';
export * from './outline.ts';
export * from './review.ts';
export * from './rounds.ts';
export * from './status.ts';
export * from './word.ts';
export * from './workspace.ts';
