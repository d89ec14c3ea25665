// Loaded into a server under test before its own program: answers on the side what its memory and its turns come to.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { getHeapCodeStatistics } from 'node:v8';

const turns = monitorEventLoopDelay({ resolution: 1 });
turns.enable();

process.on('message', async (question) => {
  if (question === 'memory') {
    // What weak references held goes one collection after what held them.
    for (let round = 0; round < 4; round++) {
      globalThis.gc();
      await setImmediate();
    }
    const { heapUsed, external, rss } = process.memoryUsage();
    const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics();
    const code = code_and_metadata_size + bytecode_and_metadata_size;
    process.send({ data: heapUsed - code, code, external, rss });
  } else {
    process.send({ longest: turns.max / 1e6 });
    turns.reset();
  }
});
// The side channel keeps no server alive that has nothing else to do.
process.channel.unref();
