import fs from 'node:fs';
import path from 'node:path';
import { generated } from './generate/outputs.ts';

/** Writes every generated file; a test compares them with what stands in the tree. */
const root = path.resolve(__dirname, '..');
generated(root).then((files) => {
  for (const [file, content] of Object.entries(files)) fs.writeFileSync(path.join(root, file), content);
});
