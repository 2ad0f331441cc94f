import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { hashFile } from '../../src/runs/index.js';
import { temporaryFolder } from './temporary-folder.js';

it('hashes the bytes of a file with SHA-256', async () => {
  const file = path.join(temporaryFolder(), 'data');
  writeFileSync(file, 'abc');
  expect(await hashFile(file)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('names a file that cannot be read', async () => {
  await expect(hashFile('no/such/file')).rejects.toThrow('Could not read no/such/file: there is no such file or folder. Check the path (ENOENT)');
});
