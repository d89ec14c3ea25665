import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** Reads a page of docs/. Gives the text of its first fenced block of a language. */
export function pageBlocks(name: string): (language: string) => string {
  const page = fs.readFileSync(path.join(__dirname, '../../docs', name), 'utf8');
  return (language) => {
    const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
    assert.ok(text, language);
    return text;
  };
}
