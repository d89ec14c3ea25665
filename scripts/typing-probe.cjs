// Loaded before the server (node --require): notes inside it when an edit comes in and when its diagnostics go out, and
// how long the event loop was held. Writes what it noted to HEGAO_PROBE when the server ends.
const fs = require('node:fs');

const notes = { answers: [], turns: [] };
let open;
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const emit = process.stdin.emit;
process.stdin.emit = function (event, chunk, ...rest) {
  if (event === 'data' && chunk.includes('"textDocument/didChange"'))
    open = { wall: performance.now(), cpu: cpu() };
  return emit.call(this, event, chunk, ...rest);
};
const write = process.stdout.write;
process.stdout.write = function (chunk, ...rest) {
  if (open && Buffer.from(chunk).includes('"resultId"')) {
    notes.answers.push({ wall: performance.now() - open.wall, cpu: cpu() - open.cpu });
    open = undefined;
  }
  return write.call(this, chunk, ...rest);
};

// Between two ticks that are so many milliseconds apart lies what held the loop; to tick more often would cost too much itself.
const TICK = 3;
let last = { wall: performance.now(), cpu: cpu() };
setInterval(() => {
  const now = { wall: performance.now(), cpu: cpu() };
  const turn = { wall: now.wall - last.wall, cpu: now.cpu - last.cpu };
  if (turn.wall > 2 * TICK) notes.turns.push({ ...turn, after: notes.answers.length });
  last = now;
}, TICK).unref();

process.on('exit', () => fs.writeFileSync(process.env.HEGAO_PROBE, JSON.stringify(notes)));
