import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findScores } from '../../src/report/find-scores.js';
import { openRun } from '../../src/runs/index.js';
import { tempFolder } from '../helpers/temp-folder.js';

async function makeRun(folder: string, optionsGiven: Record<string, unknown> = {}): Promise<void> {
  const run = await openRun(folder, { settings: { verifier: 'test/1', options: {}, promptHashes: {}, dataHash: null, seed: null }, optionsGiven, packages: {} });
  await run.close();
}

describe('findScores', () => {
  it('finds the run beside a file, and the file of a run', async () => {
    const file = path.join(tempFolder(), 'scored.jsonl');
    writeFileSync(file, '{}\n');
    expect(findScores(file)).toEqual({ file, run: null });
    await makeRun(`${file}.run`);
    expect(findScores(file).run?.settings.verifier).toBe('test/1');
    expect(findScores(`${file}.run${path.sep}`)).toMatchObject({ file, run: { settings: { verifier: 'test/1' } } });
  });

  it('finds the output that a run elsewhere was given', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'scored.jsonl');
    writeFileSync(file, '{}\n');
    await makeRun(path.join(folder, 'run-1'), { output: file });
    expect(findScores(path.join(folder, 'run-1')).file).toBe(file);
  });

  it('says what is missing', async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'empty'));
    expect(() => findScores(path.join(folder, 'empty'))).toThrow('expected a scored file or a run folder, got a folder without manifest.json');
    await makeRun(path.join(folder, 'a.jsonl.run'));
    expect(() => findScores(path.join(folder, 'a.jsonl.run'))).toThrow('name the scored file instead');
  });
});
