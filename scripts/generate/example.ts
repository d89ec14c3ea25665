import { Readable, Writable } from 'node:stream';
import { main } from '../../server/src/cli/main.ts';

const START = '<!-- example:start -->';
const END = '<!-- example:end -->';

/** The draft that the README checks. */
const DRAFT = `在全市项目建设推进会上的讲话
同志们：
下面，我讲三点意见。
一、认清形势，坚定信心
上半年，全市固定资产投资增长xx.x%。
三、压实责任，狠抓落实
各县（市、区）主要负责同志要亲自抓。
`;

/** A README with the command line's own answer to `DRAFT` between its marks. */
export async function withExample(readme: string): Promise<string> {
  const from = readme.indexOf(START);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) return readme;
  return `${readme.slice(0, from + START.length)}\n\n\`\`\`text\n${await answer()}\n\`\`\`\n\n${readme.slice(to)}`;
}

async function answer(): Promise<string> {
  const pieces: Buffer[] = [];
  const stdout = new Writable({
    write(piece: Buffer, _, done) {
      pieces.push(piece);
      done();
    },
  });
  const stderr = new Writable({ write: (_, __, done) => done() });
  await main(['check', '-', '--stdin-filename', '讲话稿.txt', '--no-config'], {
    stdin: Readable.from([DRAFT]),
    stdout,
    stderr,
    env: {},
    cwd: '/',
    isTTY: false,
    startServer: () => Promise.resolve(),
  });
  return Buffer.concat(pieces).toString('utf8').trimEnd();
}
