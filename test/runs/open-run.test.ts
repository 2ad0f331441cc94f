import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRun, readManifest } from '../../src/runs/index.js';
import { aDescription } from './run-description.js';
import { aKey, describeRunStore } from './run-store-contract.js';
import { temporaryFolder } from './temporary-folder.js';

describeRunStore('a run', () => openRun(temporaryFolder(), aDescription()));

describe('openRun', () => {
  it('makes the folder and its manifest, and resumes it', async () => {
    const folder = path.join(temporaryFolder(), 'deep', 'run');
    let time = Date.UTC(2026, 0, 1);
    const first = await openRun(folder, aDescription(), { now: () => time });
    expect(first.isResumed).toBe(false);
    await first.put(aKey(), { a: 1 });
    first.noteTiming('ocr', 20);
    first.noteTiming('ocr', 22);
    time += 5000;
    await first.close();
    const second = await openRun(folder, aDescription(), { now: () => time });
    expect([second.isResumed, second.size, await second.get(aKey())]).toEqual([true, 1, { a: 1 }]);
    await second.close();
    expect(readManifest(folder)).toEqual({
      format: 'prm-run/1',
      settings: aDescription().settings,
      sessions: [
        { startedAt: '2026-01-01T00:00:00.000Z', endedAt: '2026-01-01T00:00:05.000Z', optionsGiven: { gate: 'premise' }, packages: { 'prm-verifier': '0.1.0' }, timings: { ocr: 42 } },
        { startedAt: '2026-01-01T00:00:05.000Z', endedAt: '2026-01-01T00:00:05.000Z', optionsGiven: { gate: 'premise' }, packages: { 'prm-verifier': '0.1.0' }, timings: {} },
      ],
    });
    expect(readdirSync(folder)).toEqual(['manifest.json', 'records.jsonl']);
  });

  it.each([
    [{ options: { gate: 'none', lambda: 0.5 } }, 'options.gate is "none" now and was "premise"'],
    [{ options: { gate: 'premise' } }, 'options.lambda is absent now and was 0.5'],
    [{ dataHash: 'def' }, 'dataHash is "def" now and was "abc"'],
    [{ seed: null, verifier: 'builtin/2' }, 'verifier is "builtin/2" now and was "builtin/1", seed is null now and was 1'],
    [{ promptHashes: { audit: 'x' } }, 'promptHashes.audit is "x" now and was absent'],
  ])('refuses a run made with other settings: %o', async (changes, difference) => {
    const folder = temporaryFolder();
    const run = await openRun(folder, aDescription());
    await run.put(aKey(), 1);
    await run.close();
    await expect(openRun(folder, aDescription(changes))).rejects.toThrow(
      `Expected the run in ${folder} to have the same settings, but ${difference}. Use another --run folder, or --fresh to start anew.`);
    const fresh = await openRun(folder, aDescription(changes), { fresh: true });
    expect([fresh.isResumed, fresh.size]).toEqual([false, 0]);
    await fresh.close();
    expect(readManifest(folder)?.sessions).toHaveLength(1);
  });

  it('does not mind the order in which options are written', async () => {
    const folder = temporaryFolder();
    await (await openRun(folder, aDescription())).close();
    const run = await openRun(folder, aDescription({ options: { lambda: 0.5, gate: 'premise' } }));
    expect(run.isResumed).toBe(true);
    await run.close();
  });

  it('is used by one at a time, and is free again after an error', async () => {
    const folder = temporaryFolder();
    const run = await openRun(folder, aDescription());
    await expect(openRun(folder, aDescription(), { fresh: true })).rejects.toThrow('is using it');
    await run.put(aKey(), 1);
    await run.close();
    await expect(openRun(folder, aDescription({ seed: 2 }))).rejects.toThrow('seed is 2 now and was 1');
    const again = await openRun(folder, aDescription());
    expect(again.size).toBe(1);
    await again.close();
  });

  it.each([
    ['{"name":"my app"}', /to be the manifest of a run, but it is something else/],
    ['not json', /to be the manifest of a run, but it is something else/],
    ['{"format":"prm-run/2"}', /to have the format prm-run\/1, got prm-run\/2/],
    ['{"format":"prm-run/1","settings":{}}', /settings\.verifier: /],
  ])('touches nothing in a folder whose manifest is %s, even with fresh', async (manifest, message) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'manifest.json'), manifest);
    writeFileSync(path.join(folder, 'records.jsonl'), 'precious\n');
    await expect(openRun(folder, aDescription(), { fresh: true })).rejects.toThrow(message);
    expect(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).toBe(manifest);
    expect(readFileSync(path.join(folder, 'records.jsonl'), 'utf8')).toBe('precious\n');
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it('neither continues nor throws away records without a manifest', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'records.jsonl'), '');
    await expect(openRun(folder, aDescription(), { fresh: true })).rejects.toThrow('but there is none');
  });

  it('still reads folders of format 1', async () => {
    const folder = path.join(temporaryFolder(), 'v1');
    mkdirSync(folder);
    cpSync('test/fixtures/runs/v1', folder, { recursive: true });
    const settings = readManifest(folder)?.settings;
    expect(settings).toMatchObject({ verifier: 'builtin/1', seed: 7 });
    const run = await openRun(folder, { ...aDescription(), settings: settings ?? aDescription().settings });
    expect([run.isResumed, run.size]).toEqual([true, 3]);
    expect(await run.get(aKey({ candidate: null, stage: 'describe', problem: 'images:0c9f' }))).toEqual({ caption: 'a table', keyFacts: ['Tuesday 50'] });
    expect(await run.get(aKey({ stage: 'verify', candidate: 1 }))).toEqual({ score: 0.75 });
    expect([...run.failures()]).toEqual([{ key: aKey({ stage: 'verify', candidate: 2 }), reason: 'the endpoint did not answer' }]);
    await run.close();
  });
});
