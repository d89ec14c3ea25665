import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A speech with blanks, and with （三） after （一）. */
export const SPEECH = [
  '在全县秋收工作现场会上的讲话',
  '',
  '同志们：',
  '　　今天把大家请到田间，是要把秋收这件事安排扎实。',
  '一、前一阶段的情况',
  '　　各乡镇动手早，已收割xx万亩，机收率达到xx.x%。',
  '（一）农机下田早。',
  '　　合作社提前检修，没有耽误农时。',
  '（三）烘干跟得上。',
  '　　新建烘干点12处，随到随烘。',
  '二、下一步的安排',
  '　　请各乡镇在XX月XX日前报送进度。',
  '',
].join('\n');

/** A folder on disk that is gone after the test. */
export interface Folder {
  readonly uri: string;
  /** Writes a file; returns its URI. */
  readonly write: (name: string, text: string) => string;
  readonly remove: (name: string) => void;
  readonly dispose: () => void;
}

/** Makes an empty folder. */
export function makeFolder(): Folder {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-lsp-')));
  return {
    uri: pathToFileURL(folder).href,
    write(name, text) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
      return pathToFileURL(file).href;
    },
    remove: (name) => fs.rmSync(path.join(folder, name)),
    dispose: () => fs.rmSync(folder, { recursive: true }),
  };
}
