import { isMainThread, workerData } from 'node:worker_threads';
import { main } from './cli/main.ts';

if (!isMainThread && (workerData as { readonly hegao?: unknown } | null)?.hegao === 'check') {
  void import('./cli/parallel/thread.ts').then(({ serve }) => serve());
} else {
  const { stdin, stdout, stderr, env } = process;
  main(process.argv.slice(2), {
    stdin,
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    isTTY: stdout.isTTY === true,
    columns: stdout.columns,
    startServer: () => import('./server.ts'),
  }).then((code) => {
    // Not process.exit(): what is still in a pipe would be lost.
    process.exitCode = code;
  });
}
