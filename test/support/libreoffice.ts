import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findSoffice } from '../../scripts/libreoffice.mjs';

/** What LibreOffice converts to: the ending, and the filter where the ending alone does not say it. */
export const FORMATS = {
  txt: 'txt:Text (encoded):UTF8',
  pdf: 'pdf',
  docx: 'docx:MS Word 2007 XML',
} as const;

/**
 * For the head of a `describe` or a `before`: skips its tests, with a notice, where there is no LibreOffice.
 * @throws in CI, where Linux has it
 */
export function needLibreOffice(context: Mocha.Context): void {
  if (findSoffice() !== undefined) return;
  if (process.env.CI && process.platform === 'linux')
    throw new Error('CI needs LibreOffice (libreoffice-writer-nogui)');
  process.stderr.write('没有 LibreOffice，未与它对照（libreoffice-writer-nogui）。\n');
  context.skip();
}

/**
 * Converts files in one call of LibreOffice, with a profile of its own that is gone afterwards.
 * Files must have different names; what was made of `a.docx` is `a.txt` in `into`, and absent where it could not be.
 * @throws with what LibreOffice said when it fails as a whole
 */
export function convert(files: readonly string[], format: keyof typeof FORMATS, into: string): void {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-soffice-'));
  try {
    const { status, stdout, stderr, error } = spawnSync(
      findSoffice() ?? 'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...['--headless', '--norestore', '--convert-to', FORMATS[format], '--outdir', into],
        ...files,
      ],
      { encoding: 'utf8', timeout: 240_000 },
    );
    if (error) throw error;
    if (status !== 0) throw new Error(`soffice: ${status}\n${stdout}${stderr}`);
  } finally {
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

/** What LibreOffice shows of files as text, by their paths: without byte order mark, line ends as `\n`. */
export function shownTexts(files: readonly string[]): ReadonlyMap<string, string> {
  const into = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-shown-'));
  try {
    convert(files, 'txt', into);
    return new Map(
      files.flatMap((file) => {
        const made = path.join(into, `${path.parse(file).name}.txt`);
        if (!fs.existsSync(made)) return [];
        return [
          [
            file,
            fs
              .readFileSync(made, 'utf8')
              .replace(/^\ufeff/, '')
              .replace(/\r\n?/g, '\n'),
          ] as const,
        ];
      }),
    );
  } finally {
    fs.rmSync(into, { recursive: true, force: true });
  }
}
