// Adds a folder to an archive in small batches and says how far it is: a process for a test to kill.
import { addToArchive } from '../../server/src/archive/update.ts';

const [archive, folder] = process.argv.slice(2);
void addToArchive(archive!, [{ path: folder!, authority: false }], {
  progress: (done) => void process.stdout.write(`${done}\n`),
  stopped: () => false,
  batch: 6000,
});
