import fs from 'node:fs';
import path from 'node:path';
import { KEY_ENDING } from '../files/drafts.ts';

/** A Chinese sentence where a key lies in a folder that git keeps and is not ignored there. */
export async function gitWarning(key: string): Promise<string | undefined> {
  const root = rootOf(path.dirname(key));
  if (root === undefined) return undefined;
  const { isGitIgnored } = await import('globby');
  const isIgnored = await isGitIgnored({ cwd: root, suppressErrors: true });
  if (isIgnored(key)) return undefined;
  return `注意：密钥放在 git 管理的文件夹里，会被提交；请在 .gitignore 里加一行 *${KEY_ENDING}，或换个地方存放。`;
}

/** The folder above that git keeps. */
function rootOf(folder: string): string | undefined {
  if (fs.existsSync(path.join(folder, '.git'))) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : rootOf(above);
}
