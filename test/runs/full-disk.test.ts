import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { RunStoreError } from '../../src/errors/index.js';
import { openRun } from '../../src/runs/index.js';
import type { WriteBytes } from '../../src/runs/line-log.js';
import { aDescription } from './run-description.js';
import { aKey } from './run-store-contract.js';
import { temporaryFolder } from './temporary-folder.js';

/** A disk with room for so many bytes: it takes what fits, then fails as Linux does. */
function smallDisk(room: number): { write: WriteBytes; free: (bytes: number) => void } {
  let left = room;
  return {
    free: (bytes) => void (left += bytes),
    write: (handle, bytes) => {
      if (left === 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      const count = writeSync(handle, bytes.subarray(0, left));
      left -= count;
      return count;
    },
  };
}

it('says in one line that the disk is full, loses nothing, and goes on when there is room again', async () => {
  const folder = temporaryFolder();
  const disk = smallDisk(300);
  const run = await openRun(folder, aDescription(), { write: disk.write });
  let written = 0;
  const fill = async (): Promise<void> => {
    for (; written < 50; written += 1) await run.put(aKey({ step: written }), `value ${written}`);
  };
  const error = await fill().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RunStoreError);
  expect((error as Error).message).toBe(`Could not write ${path.join(folder, 'records.jsonl')}: no space is left on the device. Free some. Nothing already written is lost; the same command then resumes (ENOSPC)`);
  expect(written).toBeGreaterThan(0);
  expect(readFileSync(path.join(folder, 'records.jsonl'), 'utf8').endsWith('\n')).toBe(true);
  expect(run.has(aKey({ step: written }))).toBe(false);

  disk.free(100_000);
  await fill();
  await run.close();
  const resumed = await openRun(folder, aDescription());
  expect(resumed.size).toBe(50);
  expect(await Promise.all(Array.from({ length: 50 }, (_, step) => resumed.get(aKey({ step }))))).toEqual(Array.from({ length: 50 }, (_, step) => `value ${step}`));
  await resumed.close();
});

it('refuses a place that cannot hold a folder', async () => {
  const file = path.join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(openRun(path.join(file, 'run'), aDescription())).rejects.toThrow(/^Could not make the run folder .*: a part of the path is a file\. Choose another folder \(ENOTDIR\)$/);
});

it('refuses a place whose name a file has', async () => {
  const file = path.join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(openRun(file, aDescription())).rejects.toThrow(`Could not make the run folder ${file}: there is a file of that name. Choose another folder (EEXIST)`);
});
