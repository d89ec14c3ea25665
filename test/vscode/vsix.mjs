// The extension as a user installs it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeServerCommand } from '../../scripts/vscode-code-server.mjs';
import { CACHE } from '../../scripts/vscode-host.mjs';
import { profileArguments } from '../../scripts/vscode-profile.mjs';
import { run } from '../../scripts/vscode-run.mjs';

const PACK = fileURLToPath(new URL('../../scripts/package.mjs', import.meta.url));

/** Packs the extension (or takes the package named in HEGAO_VSIX) and installs it into a profile of code-server. */
export async function installExtension(profile, log) {
  const packed = process.env.HEGAO_VSIX ?? (await pack(path.join(profile, 'hegao.vsix'), log));
  const [command, args] = codeServerCommand(CACHE, [
    ...profileArguments(profile),
    '--install-extension',
    packed,
  ]);
  await run(command, args);
}

/** For this platform; where the word cutter is not compiled, the universal one. */
async function pack(file, log) {
  try {
    await run(process.execPath, [PACK, '--out', file]);
  } catch (error) {
    log(`改用通用安装包 / packing the universal package: ${error.message.split('\n')[1] ?? ''}`);
    await run(process.execPath, [PACK, '--universal', '--out', file]);
  }
  return file;
}
