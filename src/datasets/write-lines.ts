import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../errors/index.js';

const reasons: Record<string, string> = {
  ENOENT: 'expected an existing folder to write to, got none; create it first',
  ENOTDIR: 'expected a folder to write to, got a path through a file; check the name',
  EISDIR: 'expected a file name to write to, got a directory; add a file name',
  EACCES: 'expected a writable place, got no permission; choose another',
  EPERM: 'expected a writable place, got no permission; choose another',
  EROFS: 'expected a writable place, got a read-only file system; choose another',
  ENOSPC: 'expected room for the output, got a full disk; free some and run again',
  EDQUOT: 'expected room for the output, got a used-up quota; free some and run again',
};
const BATCH = 1 << 20;

/**
 * Writes lines to a file that appears only when it is whole: a temporary file beside it, flushed to disk, then renamed.
 * On any error nothing is left behind and an older file stays as it was. Returns the number of lines. Throws DatasetError.
 */
export async function writeLines(file: string, lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  let handle: FileHandle | null = null;
  try {
    handle = await open(temporary, 'wx');
    const count = await writeAll(handle, lines);
    await handle.sync();
    await handle.close();
    handle = null;
    await rename(temporary, file);
    return count;
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Errors of the source of the lines carry their own message.
    if (code === undefined || syscall === undefined) throw error;
    throw new DatasetError(reasons[code] ?? `expected to write the output, got ${code}`, { file, line: null }, { cause: error });
  }
}

async function writeAll(handle: FileHandle, lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  let batch: string[] = [];
  let size = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    await handle.appendFile(batch.join(''));
    [batch, size] = [[], 0];
  };
  for await (const line of lines) {
    batch.push(line, '\n');
    size += line.length;
    count++;
    if (size > BATCH) await flush();
  }
  await flush();
  return count;
}
