// The least that any checker has to do: reads the drafts of a folder and decodes them.
import buffer from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';

let characters = 0;
const [folder] = process.argv.slice(2);
for (const name of fs.readdirSync(folder)) {
  const bytes = fs.readFileSync(path.join(folder, name));
  if (buffer.isUtf8(bytes)) characters += buffer.transcode(bytes, 'utf8', 'utf16le').ucs2Slice().length;
}
console.log(characters);
