import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiments/run-experiment.js';
import { openRun, readManifest } from '../../src/runs/index.js';
import { fakeChatModel, textCall } from '../helpers/fake-chat-model.js';
import { tempFolder } from '../helpers/temp-folder.js';

function prepare() {
  const folder = tempFolder();
  const runFolder = path.join(folder, 'run');
  const output = path.join(folder, 'report.json');
  const model = fakeChatModel((_, n) => `answer ${n}`);
  const run = async ({ fresh = false, fails = false } = {}) => {
    const opened = await openRun(runFolder, { settings: { verifier: 'fake', options: {}, promptHashes: {}, dataHash: null, seed: null }, optionsGiven: {}, packages: {} }, { fresh });
    return runExperiment({ file: 'in.jsonl', output, fresh }, { stage: 'ablate', run: opened, models: [] }, async ({ wrap }) => {
      const { text } = await wrap(model, 'judge').doGenerate(textCall('What?'));
      if (fails) throw new Error('The server is gone.');
      return { text };
    });
  };
  return { run, runFolder, output, model };
}

describe('runExperiment', () => {
  it('writes the report with the name of its file, and sends no request of before again', async () => {
    const { run, output, model, runFolder } = prepare();
    expect(await run()).toEqual({ text: 'answer 0' });
    expect(await run()).toEqual({ text: 'answer 0' });
    expect(model.calls).toHaveLength(1);
    expect(JSON.parse(readFileSync(output, 'utf8'))).toEqual({ file: 'in.jsonl', text: 'answer 0' });
    expect(readManifest(runFolder)?.sessions).toMatchObject([{ timings: { ablate: expect.any(Number) } }, { timings: { ablate: expect.any(Number) } }]);
  });

  it('asks anew when told to start afresh', async () => {
    const { run } = prepare();
    await run();
    expect(await run({ fresh: true })).toEqual({ text: 'answer 1' });
  });

  it('keeps the answers of an experiment that failed, and writes no report of it', async () => {
    const { run, output, model } = prepare();
    await expect(run({ fails: true })).rejects.toThrow('The server is gone.');
    expect(existsSync(output)).toBe(false);
    expect(await run()).toEqual({ text: 'answer 0' });
    expect(model.calls).toHaveLength(1);
  });
});
