import { RunStoreError } from '../errors/index.js';

const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device. Free some',
  EDQUOT: 'the disk quota is used up. Free some space',
  EROFS: 'the file system is read-only. Choose a folder that can be written',
  EACCES: 'permission was denied. Choose a folder that can be written',
  EPERM: 'permission was denied. Choose a folder that can be written',
  ENOTDIR: 'a part of the path is a file. Choose another folder',
  EISDIR: 'it is a folder. Choose another place',
  EFBIG: 'the file would become too large. Choose another folder',
};

/** Words a failure of the file system for a person. `what` says what was tried, e.g. "write run/records.jsonl". */
export function runStoreFault(what: string, cause: unknown): RunStoreError {
  const { code = '', message = String(cause) } = (cause ?? {}) as { code?: string; message?: string };
  const advice = `${causes[code] ?? message}${code === '' ? '' : ` (${code})`}`;
  return new RunStoreError(`Could not ${what}: ${advice}. Nothing already written is lost; the same command resumes.`, { cause });
}

/** Does something with files, and words its failure. */
export function attemptIo<Result>(what: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof RunStoreError) throw error;
    throw runStoreFault(what, error);
  }
}
