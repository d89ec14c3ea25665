import assert from 'node:assert/strict';
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { type BuildOptions, type BuildResult, build } from 'esbuild';
import { WEB_BUNDLES } from '../../scripts/web-bundles.mjs';

const ROOT = path.join(__dirname, '../..');
const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly browser?: string;
  readonly scripts: Readonly<Record<string, string>>;
};

type Built = BuildResult<{ write: false; metafile: true }>;

async function bundle(options: BuildOptions): Promise<Built> {
  return build({ ...options, absWorkingDir: ROOT, write: false, metafile: true, logLevel: 'silent' });
}

describe('the web extension', () => {
  it('has its client in the manifest, and a script that builds it', () => {
    assert.equal(manifest.browser, WEB_BUNDLES[0]?.outfile);
    assert.equal(manifest.scripts['build:web'], 'node scripts/build-web.mjs');
  });

  for (const options of WEB_BUNDLES) {
    it(`${options.outfile} is whole, and imports nothing of Node`, async () => {
      const { metafile } = await bundle(options);
      const outside = Object.values(metafile.outputs).flatMap(({ imports }) =>
        imports.map(({ path }) => path),
      );
      assert.deepEqual(
        outside.filter((name) => name !== 'vscode'),
        [],
      );
      const read = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
      assert.deepEqual(
        read.filter((name) => name.startsWith('node:') || builtinModules.includes(name)),
        [],
      );
    });
  }

  it('its server answers in a worker: with nothing but what every worker has', async () => {
    const { outputFiles } = await bundle(WEB_BUNDLES[1]!);
    const worker = startWorker(outputFiles[0]!.text);
    const { capabilities } = await worker.request<{
      readonly capabilities: { readonly hoverProvider: boolean };
    }>('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    assert.equal(capabilities.hoverProvider, true);
    worker.notify('initialized', {});
    const uri = 'drafts:///讲话.txt';
    const text = '同志们：\n\n今年全县粮食产量增长xx.x%，农民收入继续提高。\n';
    worker.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'hegao-speech', version: 1, text },
    });
    const { items } = await worker.request<{ readonly items: readonly { readonly code: string }[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    assert.deepEqual(
      items.map(({ code }) => code),
      ['placeholder-number'],
    );
    assert.ok(worker.asked.includes('hegao/readWords'));
    await worker.request('shutdown', undefined);
    worker.notify('exit', undefined);
    await worker.closed;
  });
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface FakeWorker {
  readonly request: <T>(method: string, params: unknown) => Promise<T>;
  readonly notify: (method: string, params: unknown) => void;
  /** The methods of the server's own requests. They are answered: there is a dictionary, and nothing else. */
  readonly asked: readonly string[];
  readonly closed: Promise<void>;
}

/** Runs a script with the globals that all workers have, and no others. */
function startWorker(script: string): FakeWorker {
  const answers = new Map<number, (result: unknown) => void>();
  const asked: string[] = [];
  let end: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    end = resolve;
  });
  const scope: Record<string, unknown> = {
    ...{ TextDecoder, TextEncoder, MessageChannel, URL, AbortController, console, performance },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask },
    addEventListener: () => undefined,
    close: () => end(),
    postMessage(message: Message) {
      if (message.method === undefined) answers.get(message.id!)?.(structuredClone(message.result));
      else if (message.id !== undefined) {
        asked.push(message.method);
        send({ id: message.id, result: answerTo(message.method) });
      }
    },
  };
  scope.self = scope;
  let requests = 0;
  const send = (message: Message): void => {
    const { onmessage } = scope as { readonly onmessage: (event: { readonly data: unknown }) => void };
    setImmediate(() => onmessage({ data: { jsonrpc: '2.0', ...message } }));
  };
  vm.runInNewContext(script, scope);
  return {
    asked,
    closed,
    notify: (method, params) => send({ method, params }),
    request<T>(method: string, params: unknown) {
      const id = ++requests;
      send({ id, method, params });
      return new Promise<T>((resolve) => answers.set(id, resolve as (result: unknown) => void));
    },
  };
}

function answerTo(method: string): unknown {
  return method === 'hegao/readWords'
    ? { bytes: fs.readFileSync(path.join(ROOT, 'server/out/words.dat')) }
    : {};
}
