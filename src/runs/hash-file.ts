import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { runStoreFault } from './run-store-fault.js';

/**
 * SHA-256 of a file's bytes in hex, in constant memory. The same bytes give the same hash on every machine.
 * @throws RunStoreError when the file cannot be read.
 */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw runStoreFault(`read ${file}`, error);
  }
  return hash.digest('hex');
}
