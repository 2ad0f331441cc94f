import { createReadStream } from 'node:fs';
import { DatasetError } from '../errors/index.js';
import { nameInput } from './name-input.js';

const reasons: Record<string, string> = {
  ENOENT: 'expected a file, got nothing at this path; check the name',
  EISDIR: 'expected a file, got a directory; name a file in it',
  EACCES: 'expected a readable file, got no permission to read it',
  EPERM: 'expected a readable file, got no permission to read it',
};

/** Streams the bytes of a file, or of standard input for `-`. Errors of the file system become one clear line. */
export async function* openFile(file: string): AsyncGenerator<Uint8Array> {
  const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new DatasetError(reasons[code] ?? `expected a readable file, got ${code}`, { file: nameInput(file), line: null }, { cause: error });
  }
}
