import { EXIT, fail, type Io, type Shell, sayLines } from './io.ts';
import { createWriter } from './writer.ts';

/**
 * Runs `hegao` with arguments as after the program's name. Settles with the exit code: 0 nothing to report,
 * 1 findings, 2 usage, configuration or internal failure. Never throws and never ends the process.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const shell: Shell = { ...io, out: createWriter(io.stdout), err: createWriter(io.stderr) };
  let code: number = EXIT.failed;
  try {
    const { runProgram } = await import('./program.ts');
    code = await runProgram(argv, shell);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await sayLines(shell, `程序内部出错，请把以下内容报告给开发者：${detail}`);
  }
  await shell.out.flush();
  const failure = shell.out.failure();
  if (failure !== undefined) return fail(shell, `输出失败：${failure}。`);
  return code;
}
