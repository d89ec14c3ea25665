import path from 'node:path';
import { writeFile } from '../files/write.ts';
import { withoutClassified } from './classified.ts';
import { FORMATS, type FormatSetting } from './formats/index.ts';
import type { Report } from './report.ts';

/** A format that was asked for, and the file that it goes to; without one, to standard output. */
export interface Wanted {
  readonly format: string;
  readonly file?: string;
}

/** Reads `--format` items (`sarif`, `sarif=out.sarif`) and `--output-file`; a mistake is a Chinese sentence. */
export function readWanted(
  items: readonly string[],
  outputFile: string | undefined,
): { readonly wanted: readonly Wanted[] } | { readonly mistake: string } {
  const wanted: Wanted[] = (items.length === 0 ? ['text'] : items).map((item) => {
    const at = item.indexOf('=');
    return at < 0 ? { format: item } : { format: item.slice(0, at), file: item.slice(at + 1) };
  });
  const loose = wanted.filter(({ file }) => file === undefined);
  if (loose.length > 1) {
    const names = loose.map(({ format }) => format);
    return {
      mistake: `标准输出只能给一种格式，${names.join('、')}中请只留一种，其余写成“${names[1]}=文件名”。`,
    };
  }
  if (outputFile !== undefined && loose.length === 0) {
    return { mistake: '--output-file 没有用处：每种格式都已写明文件。' };
  }
  const settled =
    outputFile === undefined
      ? wanted
      : wanted.map(({ format, file }) => ({ format, file: file ?? outputFile }));
  const files = settled.flatMap(({ file }) => (file === undefined ? [] : [path.resolve(file)]));
  if (settled.some(({ file }) => file === '')) {
    return { mistake: '“格式=”后面要写明文件名。' };
  }
  if (new Set(files).size < files.length) return { mistake: '有两种格式写进同一个文件，请分开。' };
  return { wanted: settled };
}

/** Reports that go to files and one, if any, that goes to standard output, as one report. */
export interface Outputs {
  readonly report: Report;
  /** Puts the files in their places; why one could not be written, in Chinese. To be called once, after the end. */
  readonly finish: () => string | undefined;
}

/** Opens the formats wanted. What goes to a file is held back until `finish`, and never takes the place of a draft that was checked. */
export async function createOutputs(wanted: readonly Wanted[], setting: FormatSetting): Promise<Outputs> {
  const { cwd } = setting.io;
  const checked = new Set<string>();
  let shown: Report | undefined;
  const files: { readonly file: string; readonly report: Report; readonly pieces: string[] }[] = [];
  for (const { format: name, file } of wanted) {
    const format = FORMATS.find((known) => known.name === name);
    if (!format) throw new Error(`no format ${name}`);
    const made = await format.create(file === undefined ? setting : { ...setting, color: false });
    const report = format.exports || file !== undefined ? withoutClassified(made) : made;
    if (file === undefined) shown = report;
    else files.push({ file: path.resolve(cwd, file), report, pieces: [] });
  }
  const each = (say: (report: Report) => string): string => {
    for (const { report, pieces } of files) pieces.push(say(report));
    return shown ? say(shown) : '';
  };
  return {
    report: {
      begin: () => each((report) => report.begin()),
      file(result) {
        checked.add(path.resolve(cwd, result.path));
        return each((report) => report.file(result));
      },
      end: (summary) => each((report) => report.end(summary)),
    },
    finish() {
      for (const { file, pieces } of files) {
        if (checked.has(file)) return `${file}：这是受检的稿子，不能用来存放报告`;
        const failure = writeFile(file, pieces.join(''));
        if (failure !== undefined) return `${file}：报告未能写入（${failure}）`;
      }
      return undefined;
    },
  };
}
