import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileRun } from '../../../src/jobs/file-run/open-file-run.js';
import { tempFolder } from '../../helpers/temp-folder.js';

describe('openFileRun', () => {
  it('goes on with the same file, refuses another content of it, and starts anew when told to', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'in.jsonl');
    const open = (fresh?: boolean): ReturnType<typeof openFileRun> => openFileRun(path.join(folder, 'run'), { verifier: 'fake', options: {}, promptHashes: {}, seed: null }, { file, optionsGiven: {}, fresh, models: [] });
    const isResumed = async (fresh?: boolean): Promise<boolean> => {
      const run = await open(fresh);
      await run.close();
      return run.isResumed;
    };
    writeFileSync(file, 'one\n');
    expect([await isResumed(), await isResumed()]).toEqual([false, true]);
    writeFileSync(file, 'two\n');
    await expect(open()).rejects.toThrow(/dataHash/u);
    expect(await isResumed(true)).toBe(false);
  });
});
