import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';

/** False where there is no python3 that is new enough: tests of the shims are skipped then. */
export const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

export interface PythonRun {
  /** What the driver printed as its last line, as JSON. */
  result: never;
  stderr: string;
  seconds: number;
}

/** Runs a driver of test/integrations/drivers with its input as JSON on stdin. @throws with stderr when it fails. */
export function runPython(driver: string, input: unknown, env: Record<string, string> = {}): Promise<PythonRun> {
  const start = performance.now();
  const { PRM_SERVER_URL: _, PRM_API_KEY: __, ...own } = process.env;
  return new Promise((resolve, reject) => {
    const child = execFile('python3', ['-B', path.resolve('test/integrations/drivers', driver)], { env: { ...own, PYTHONPATH: '', ...env }, maxBuffer: 64 * 1024 ** 2 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${driver}: ${stderr}`));
      else resolve({ result: JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? 'null') as never, stderr, seconds: (performance.now() - start) / 1000 });
    });
    child.stdin?.end(JSON.stringify(input));
  });
}
