// Required by a process under test: writes to HEGAO_WATCH, a line each, the files it opens (`read PATH`, links followed),
// the programs it starts (`run NAME`) and every wish to reach a network (`net NAME`), which is refused.
const fs = require('node:fs');
const path = require('node:path');
const childProcess = require('node:child_process');

const log = fs.openSync(process.env.HEGAO_WATCH, 'a');
const write = fs.writeSync;
const real = fs.realpathSync;
const note = (kind, what) => write(log, `${kind} ${what}\n`);

/** A path without links; that of what is not there as it is. */
function target(file) {
  if (typeof file !== 'string' && !(file instanceof URL) && !Buffer.isBuffer(file)) return undefined;
  const name = file instanceof URL ? require('node:url').fileURLToPath(file) : path.resolve(String(file));
  try {
    return real(name);
  } catch {
    return undefined;
  }
}

for (const [module, names] of [
  [
    fs,
    [
      'openSync',
      'readFileSync',
      'readFile',
      'open',
      'createReadStream',
      'readdirSync',
      'readdir',
      'opendir',
      'opendirSync',
      'copyFileSync',
      'cpSync',
    ],
  ],
  [fs.promises, ['readFile', 'open', 'readdir', 'opendir', 'copyFile', 'cp']],
]) {
  for (const name of names) {
    const own = module[name];
    module[name] = function (file, ...rest) {
      const found = target(file);
      if (found !== undefined) note('read', found);
      return own.call(this, file, ...rest);
    };
  }
}

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const own = childProcess[name];
  childProcess[name] = function (command, ...rest) {
    note('run', command);
    return own.call(this, command, ...rest);
  };
}

const refuse = (what) => () => {
  note('net', what);
  throw new Error(`no network: ${what}`);
};
const NETWORK = {
  'node:net': ['connect', 'createConnection', 'createServer'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get', 'createServer'],
  'node:http2': ['connect', 'createServer', 'createSecureServer'],
  'node:tls': ['connect', 'createServer'],
  'node:dgram': ['createSocket'],
  'node:dns': ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
};
for (const [name, methods] of Object.entries(NETWORK)) {
  const module = require(name);
  for (const method of methods) module[method] = refuse(`${name}.${method}`);
}
const { Socket, Server } = require('node:net');
Socket.prototype.connect = refuse('Socket.connect');
Server.prototype.listen = refuse('Server.listen');
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) globalThis[name] = refuse(name);
