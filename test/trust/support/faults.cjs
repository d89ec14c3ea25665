// Makes the file system fail, or the process die, at the k-th step that changes something below a folder.
// Required by a process to be killed (HEGAO_FAULT = {below, at, kill: true}), or used by a test in its own process.
// A write is two steps, so that half of it can stand there; writing a file by name is opening, writing and closing.
const fs = require('node:fs');
const path = require('node:path');

const CHANGING = [
  'openSync',
  'writeSync',
  'closeSync',
  'fsyncSync',
  'fchmodSync',
  'ftruncateSync',
  'renameSync',
];
const NAMED = [
  'rmSync',
  'unlinkSync',
  'mkdirSync',
  'linkSync',
  'symlinkSync',
  'rmdirSync',
  'truncateSync',
  'cpSync',
  'copyFileSync',
  'appendFileSync',
];
const LATER = ['writeFile', 'appendFile', 'rename', 'unlink', 'rm', 'open', 'createWriteStream'];

/** Begins to count; `at` -1 counts only. Gives the number of steps so far and a way back. */
function install({ below, at, kill = false, code = 'EIO' }) {
  const own = {};
  for (const name of [...CHANGING, ...NAMED, ...LATER, 'writeFileSync']) own[name] = fs[name];
  const watched = new Set();
  // What is open for reading alone: a folder is made lasting after a file in it was renamed.
  const folders = new Set();
  const names = [];
  let isOn = true;
  const isBelow = (file) => typeof file === 'string' && (file === below || file.startsWith(below + path.sep));

  /** True where this step is the one that fails. */
  function step(name) {
    if (!isOn) return false;
    names.push(name);
    if (names.length - 1 !== at) return false;
    if (kill) process.kill(process.pid, 'SIGKILL');
    return true;
  }
  const failure = (name) =>
    Object.assign(new Error(`${code}: made to fail, ${name}`), { code, syscall: name });

  fs.openSync = (file, flags = 'r', ...rest) => {
    const changes = isBelow(file) && flags !== 'r';
    if (changes && step(`open ${flags}`)) throw failure('open');
    const fd = own.openSync(file, flags, ...rest);
    if (changes) watched.add(fd);
    if (isBelow(file) && !changes) folders.add(fd);
    return fd;
  };
  fs.writeSync = (fd, data, ...place) => {
    if (!watched.has(fd)) return own.writeSync(fd, data, ...place);
    if (step('write')) throw failure('write');
    const bytes =
      typeof data === 'string'
        ? Buffer.from(data)
        : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const [offset = 0, length = bytes.length - offset] = typeof data === 'string' ? [] : place;
    const half = length >> 1;
    own.writeSync(fd, bytes, offset, half);
    if (step('write on')) throw failure('write');
    own.writeSync(fd, bytes, offset + half, length - half);
    return length;
  };
  fs.closeSync = (fd) => {
    folders.delete(fd);
    const isWatched = watched.delete(fd);
    const fails = isWatched && step('close');
    own.closeSync(fd);
    if (fails) throw failure('close');
  };
  for (const name of ['fsyncSync', 'fchmodSync', 'ftruncateSync']) {
    fs[name] = (fd, ...rest) => {
      if ((watched.has(fd) || folders.has(fd)) && step(name)) throw failure(name);
      return own[name](fd, ...rest);
    };
  }
  for (const name of ['renameSync', ...NAMED]) {
    fs[name] = (...args) => {
      if (args.some(isBelow) && step(name)) throw failure(name);
      return own[name](...args);
    };
  }
  fs.writeFileSync = (file, data, options) => {
    if (!isBelow(file)) return own.writeFileSync(file, data, options);
    const { flag = 'w', mode = 0o666 } = typeof options === 'object' && options ? options : {};
    const fd = fs.openSync(file, flag, mode);
    try {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      fs.writeSync(fd, bytes, 0, bytes.length);
    } finally {
      fs.closeSync(fd);
    }
  };
  for (const name of LATER) {
    fs[name] = (file, ...rest) => {
      if (isBelow(file)) throw new Error(`${name} cannot be counted`);
      return own[name](file, ...rest);
    };
  }
  return {
    steps: () => names,
    remove() {
      isOn = false;
      Object.assign(fs, own);
    },
  };
}

module.exports = { install };

if (process.env.HEGAO_FAULT) install(JSON.parse(process.env.HEGAO_FAULT));
