import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BackendError } from '../../../errors/index.js';

/**
 * The compiled file of the worker. From sources (a test runner) it is the one in dist/: Node 20 cannot run TypeScript.
 */
export function locateWorkerEntry(from: string = import.meta.url): URL {
  const isSource = from.endsWith('.ts');
  const beside = new URL('ocr-worker.js', from);
  const entry = isSource ? new URL(beside.href.replace(/\/src\/(?!.*\/src\/)/, '/dist/')) : beside;
  if (!existsSync(fileURLToPath(entry))) {
    throw new BackendError(`OCR: expected the compiled worker at ${fileURLToPath(entry)}, but it is not there. Run: npm run build`, { isRetryable: false });
  }
  return entry;
}
