import path from 'node:path';
import { CONFIG_NAMES, configFilesIn } from '../config/locate.ts';
import { readConfigText } from '../config/read.ts';
import type { Preset } from '../engine/presets.ts';
import { writeFile } from '../files/write.ts';
import { EXIT, fail, type Shell } from './io.ts';

/** `hegao init`: a configuration file to start from. It asks nothing and takes the place of none. */
export async function init(
  { preset = 'hegao:draft' }: { readonly preset?: Preset },
  shell: Shell,
): Promise<number> {
  const [there] = await configFilesIn(shell.cwd, readConfigText);
  if (there !== undefined) return fail(shell, `这里已有 ${path.basename(there)}，没有改动。`);
  const name = CONFIG_NAMES[2];
  const failure = writeFile(path.join(shell.cwd, name), content(preset));
  if (failure !== undefined) return fail(shell, `${name}：${failure}。`);
  shell.out.write(`已写好 ${name}，以 ${preset} 为底。下一步：hegao check\n`);
  return EXIT.clean;
}

function content(preset: Preset): string {
  return `# 核稿的配置，对这个文件夹和下面的稿子有效。各条规则见 hegao rules 和 hegao explain 规则。

# 以哪一套为底：hegao:draft 起草，hegao:final 定稿（没填的、残留的都是必改），hegao:masked 脱敏稿。
extends: ${preset}

# 逐条调整：off 关闭，或 error 必改、warning 请核、info 建议、hint 参考。
rules: {}
#  level-single: off
#  phrase-repeat: { severity: info, times: 6 }

# 不查的稿子，写法同 .gitignore。
ignore: []
#  - 范文/

# 只管一部分稿子的设置。
overrides: []
#  - files: ["主持词/**"]
#    kind: 主持词
`;
}
