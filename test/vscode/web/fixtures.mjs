// The drafts on which the web version and the desktop version must agree, and what the desktop version finds in them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const RULES = path.join(ROOT, 'server/src/rules');
const FOLDER = '一致';

/** Drafts in other encodings, below configuration and ignore files, and one that is no text. */
const OTHERS = {
  '编码/讲话（GB18030）.txt': Buffer.from([
    ...[0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0x0a],
    ...[0xcd, 0xb6, 0xd7, 0xca, 0x78, 0x78, 0xcd, 0xf2, 0xd4, 0xaa, 0xa1, 0xa3, 0x0a],
  ]),
  '编码/讲话（UTF-16）.txt': Buffer.from('\ufeff同志们：\n\n完成投资XX亿元。\n', 'utf16le'),
  '编码/图.txt': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
  '定稿/.hegao.yaml': 'extends: hegao:final\nignore: [样稿/]\nrules:\n  placeholder-date: hint\n',
  '定稿/讲话.txt': '同志们：\n\n新建公路xx公里，会议定于x月xx日召开。\n',
  '定稿/样稿/讲话.txt': '同志们：\n\n新建公路xx公里。\n',
  '.gitignore': '旧稿/\n*.bak.txt\n!要.bak.txt\n',
  '旧稿/讲话.txt': '新建公路xx公里。\n',
  '甲/讲话.bak.txt': '新建公路xx公里。\n',
  '甲/要.bak.txt': '新建公路xx公里。\n',
  '甲/.gitignore': '!讲话.bak.txt\n/不要.md\n',
  '甲/不要.md': '新建公路xx公里。\n',
  '甲/.草稿.txt': '新建公路xx公里。\n',
};

/**
 * Writes the fixtures to a folder and checks them by the built command line.
 * @returns {{files: Record<string, string>, report: object}} base64 by path, and the report of `check --format json`
 */
export function makeFixtures(scratch) {
  const cwd = path.join(scratch, 'fixtures');
  const folder = path.join(cwd, FOLDER);
  fs.cpSync(path.join(ROOT, 'test/vscode/workspace'), folder, { recursive: true });
  fs.cpSync(path.join(ROOT, 'samples'), path.join(folder, 'samples'), { recursive: true });
  for (const [name, content] of [...Object.entries(OTHERS), ...examples()]) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  const cli = path.join(ROOT, 'server/out/cli.js');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', FOLDER], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(`hegao check printed nothing: ${stderr}`);
  const names = fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile());
  const files = Object.fromEntries(
    names.map((name) => [
      `${FOLDER}/${name.split(path.sep).join('/')}`,
      fs.readFileSync(path.join(folder, name), 'base64'),
    ]),
  );
  return { files, report: ofEachDraft(JSON.parse(stdout)) };
}

/**
 * The report without what an editor does not say at once: what the drafts of the folder say of each other, and
 * passages that stand elsewhere too, which it looks for when the writer pauses.
 */
function ofEachDraft(report) {
  const alone = ({ ruleId, related }) =>
    ruleId !== 'passage-reuse' && related.every(({ path: other }) => other === undefined);
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, findings: file.findings.filter(alone) })),
  };
}

/** The examples on the pages of the rules, without their marks: `[path, text]`. */
function examples() {
  const pages = fs.readdirSync(RULES).filter((name) => name.endsWith('.md'));
  return pages.flatMap((page) => {
    const text = fs.readFileSync(path.join(RULES, page), 'utf8');
    const blocks = [...text.matchAll(/```speech\n([\s\S]*?)\n```/g)];
    return blocks.map(([, block], i) => [
      `rules/${page.slice(0, -3)}/${i + 1}.txt`,
      `${block.replace(/[〖〗]/g, '')}\n`,
    ]);
  });
}
