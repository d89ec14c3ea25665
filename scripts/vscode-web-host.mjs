// VS Code as vscode.dev serves it: the workbench of code-server's package as plain files, without any server behind it,
// so that extensions can only run in the browser's own extension host.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { codeServerFolder } from './vscode-code-server.mjs';
import { CACHE } from './vscode-host.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const WORKBENCH = '/static/out/vs/code/browser/workbench/workbench';

/**
 * Serves the workbench on a free port of the loopback interface.
 * @param folders `{NAME: FOLDER}`: served below `/NAME/`
 * @param files `{PATH: CONTENT}`: served as they stand, before the folders
 * @param settings what the workbench is to know, made from the origin (`IWorkbenchConstructionOptions`)
 * @returns {Promise<{origin: string, posted: Promise<string>, stop: () => Promise<void>}>} `posted` is the body of the first POST
 */
export async function startWebHost({ folders, files, settings }) {
  const workbench = path.join(codeServerFolder(CACHE), 'node_modules', 'code-server', 'lib', 'vscode');
  const roots = { ...folders, static: workbench };
  let settle;
  const posted = new Promise((resolve) => {
    settle = resolve;
  });
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    if (request.method === 'POST') receive(request, response, settle);
    else send(response, decodeURIComponent(pathname));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  function send(response, name) {
    const content =
      name === '/' ? page({ ...CODE_SERVER_SETTINGS, ...settings(origin) }) : (files[name] ?? read(name));
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = name === '/' ? 'text/html' : (TYPES[path.extname(name)] ?? 'application/octet-stream');
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content);
  }

  function read(name) {
    const [, root, ...rest] = name.split('/');
    if (roots[root] === undefined) return undefined;
    const file = path.join(roots[root], ...rest);
    if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    return name === `${WORKBENCH}.js` ? withoutServer(fs.readFileSync(file, 'utf8')) : fs.readFileSync(file);
  }

  return {
    origin,
    posted,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** What code-server changed in the workbench, taken back: it wants a server for extensions and for the user's data. */
function withoutServer(source) {
  const changes = [
    [/remoteAuthority:location\.host/, 'remoteAuthority:void 0'],
    [/(this\.userDataPath\)\.with\(\{scheme:\w+)\.vscodeRemote\}/, '$1.vscodeUserData}'],
  ];
  return changes.reduce((text, [pattern, by]) => {
    if (!pattern.test(text)) throw new Error(`the workbench lacks ${pattern}`);
    return text.replace(pattern, by);
  }, source);
}

/** What code-server's workbench insists on being told. */
const CODE_SERVER_SETTINGS = {
  userDataPath: '/',
  isEnabledFileDownloads: false,
  isEnabledFileUploads: false,
  isEnabledCoderGettingStarted: false,
};

function receive(request, response, settle) {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (piece) => {
    body += piece;
  });
  request.on('end', () => {
    response.writeHead(204).end();
    settle(body);
  });
}

function page(settings) {
  const data = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${data}">
    <link rel="stylesheet" href="${WORKBENCH}.css">
  </head>
  <body></body>
  <script>globalThis._VSCODE_FILE_ROOT = new URL('/static/out/', location).href;</script>
  <script type="module" src="/static/out/nls.messages.js"></script>
  <script type="module" src="${WORKBENCH}.js"></script>
</html>
`;
}
