import { open } from 'node:fs/promises';

/** Where the first page of an LMDB file says what it is, and with which number. */
const MAGIC_AT = 24;
const MAGIC = 0xbeefc0de;

/** Whether a file is there, holds something, and is no LMDB file: opening such a one would end the process, not raise an error. */
export async function isForeignFile(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAGIC_AT + 4), 0, MAGIC_AT + 4, 0);
    return bytesRead > 0 && (bytesRead < buffer.length || buffer.readUInt32LE(MAGIC_AT) !== MAGIC);
  } finally {
    await handle.close();
  }
}
