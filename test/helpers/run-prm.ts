import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const main = path.resolve('dist/cli/main.js');

/** Runs the built command and gives its output and exit code. `PRM_…` variables of this process do not leak in. */
export async function runPrm(args: readonly string[], options: { cwd?: string; env?: Record<string, string>; input?: string; onStart?: (child: ChildProcess) => void } = {}): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PRM_')));
  const child = spawn(process.execPath, [main, ...args], { cwd: options.cwd, env: { ...inherited, ...options.env } });
  options.onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}
