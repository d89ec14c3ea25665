// The two bundles of the web extension, as esbuild takes them: nothing in them may need Node.

const common = {
  bundle: true,
  platform: 'browser',
  // Both run in workers: packages that have a file for pages, with a `document`, have another one for these.
  conditions: ['worker', 'module'],
  target: 'es2023',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** The client, which the browser's extension host loads, and the server, which the client starts as a worker. */
export const WEB_BUNDLES = [
  {
    ...common,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'client/out/browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...common, entryPoints: ['server/src/browser.ts'], outfile: 'server/out/browser.js', format: 'iife' },
];
