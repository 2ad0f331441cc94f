import { RunStoreError } from '../errors/index.js';

const resumes = 'Nothing already written is lost; the same command then resumes';

/** What happened and what to do, by the code of the system. */
const causes: Readonly<Record<string, string>> = {
  ENOSPC: `no space is left on the device. Free some. ${resumes}`,
  EDQUOT: `the disk quota is used up. Free some space. ${resumes}`,
  EIO: `the device failed. Check it. ${resumes}`,
  EROFS: 'the file system is read-only. Choose a folder that can be written',
  EACCES: 'permission was denied. Choose a place that can be read and written',
  EPERM: 'permission was denied. Choose a place that can be read and written',
  ENOENT: 'there is no such file or folder. Check the path',
  ENOTDIR: 'a part of the path is a file. Choose another folder',
  EEXIST: 'there is a file of that name. Choose another folder',
  EISDIR: 'it is a folder. Choose another place',
};

/** Words a failure of the file system for a person. `what` says what was tried, e.g. "write run/records.jsonl". */
export function runStoreFault(what: string, cause: unknown): RunStoreError {
  const { code = '', message = String(cause) } = (cause ?? {}) as { code?: string; message?: string };
  return new RunStoreError(`Could not ${what}: ${causes[code] ?? message}${code === '' ? '' : ` (${code})`}`, { cause });
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
