import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attemptIo } from './run-store-fault.js';

/**
 * Replaces a file in one move: a reader, or a process killed at any moment, sees the old text or the new one, never a part.
 * @throws RunStoreError when it cannot be written; the old file is then untouched.
 */
export function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  attemptIo(`write ${file}`, () => {
    try {
      const handle = openSync(temporary, 'w');
      try {
        writeFileSync(handle, text);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(temporary, file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(path.dirname(file));
  });
}

/** Makes the new name durable, where the system lets a folder be opened. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
