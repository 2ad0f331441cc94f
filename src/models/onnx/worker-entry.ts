import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BackendError } from '../../errors/index.js';

/** The compiled file of the worker. From sources (a test runner) it is the one in dist/: Node 20 cannot run TypeScript. */
export function locateOnnxWorker(from: string = import.meta.url): URL {
  const beside = new URL('worker/onnx-worker.js', from);
  const entry = from.endsWith('.ts') ? new URL(beside.href.replace(/\/src\/(?!.*\/src\/)/, '/dist/')) : beside;
  if (!existsSync(fileURLToPath(entry))) {
    throw new BackendError(`Expected the compiled worker of ONNX models at ${fileURLToPath(entry)}, but it is not there. Run: npm run build`, { isRetryable: false });
  }
  return entry;
}
