import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MissingDependencyError } from '../../../errors/index.js';

/**
 * The compiled file of the worker. From sources (a test runner) it is the one in dist/: Node 20 cannot run TypeScript.
 */
export function locateWorkerEntry(from: string = import.meta.url): URL {
  const isSource = from.endsWith('.ts');
  const beside = new URL('ocr-worker.js', from);
  const entry = isSource ? new URL(beside.href.replace(/\/src\/(?!.*\/src\/)/, '/dist/')) : beside;
  if (!existsSync(fileURLToPath(entry))) throw new MissingDependencyError('prm-verifier', `reading text in images (its file ${fileURLToPath(entry)} is not there)`);
  return entry;
}
