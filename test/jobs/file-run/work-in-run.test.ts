import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileRun } from '../../../src/jobs/file-run/open-file-run.js';
import { workInRun } from '../../../src/jobs/file-run/work-in-run.js';
import { readManifest } from '../../../src/runs/index.js';
import { tempFolder } from '../../helpers/temp-folder.js';

const settings = { verifier: 'fake', options: { lambda: 0.5 }, promptHashes: {}, seed: 7 };

function prepare(): { runFolder: string; open: () => ReturnType<typeof openFileRun> } {
  const folder = tempFolder();
  const file = path.join(folder, 'in.jsonl');
  const runFolder = path.join(folder, 'run');
  writeFileSync(file, 'one\n');
  return { runFolder, open: () => openFileRun(runFolder, settings, { file, optionsGiven: { seed: 7 }, models: [] }) };
}

describe('workInRun', () => {
  it('gives what the work gives, and notes what was learnt by its end', async () => {
    const { open, runFolder } = prepare();
    const notes: string[] = [];
    expect(await workInRun(await open(), { stage: 'score', sumUp: () => ({ models: [], notes }) }, async () => { notes.push('learnt'); return 5; })).toBe(5);
    expect(readManifest(runFolder)).toMatchObject({ settings: { ...settings, dataHash: expect.any(String) }, sessions: [{ optionsGiven: { seed: 7 }, endedAt: expect.any(String), timings: { score: expect.any(Number) }, notes: ['learnt'] }] });
  });

  it('notes and closes after a failure too, so that the same run can go on', async () => {
    const { open, runFolder } = prepare();
    const failed = workInRun(await open(), { stage: 'score', sumUp: () => ({ models: [], notes: ['paid'] }) }, () => Promise.reject(new Error('The server is gone.')));
    await expect(failed).rejects.toThrow('The server is gone.');
    expect(readManifest(runFolder)?.sessions).toMatchObject([{ endedAt: expect.any(String), timings: { score: expect.any(Number) }, notes: ['paid'] }]);
    const again = await open();
    expect(again.isResumed).toBe(true);
    await again.close();
  });
});
