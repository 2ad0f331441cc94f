import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openFileStore } from '../../src/runs/file-store.js';
import { openRun } from '../../src/runs/index.js';
import { aDescription } from './run-description.js';
import { aKey } from './run-store-contract.js';
import { temporaryFolder } from './temporary-folder.js';

const values = ['plain', { text: 'ein Wörtchen ✓ \u{1F600}' }, [1.5, null], '', { nested: { '"': '\\n' } }];

it('keeps every whole record when the file is cut at any byte, and goes on from there', async () => {
  const folder = temporaryFolder();
  const store = openFileStore(folder);
  for (const [step, value] of values.entries()) await store.put(aKey({ step }), value);
  await store.close();
  const whole = readFileSync(path.join(folder, 'records.jsonl'));

  for (let length = 0; length <= whole.length; length += 1) {
    const cut = path.join(folder, 'cut', 'records.jsonl');
    mkdirSync(path.dirname(cut), { recursive: true });
    writeFileSync(cut, whole.subarray(0, length));
    const complete = whole.subarray(0, length).filter((byte) => byte === 0x0a).length;
    const resumed = openFileStore(path.dirname(cut));
    expect(resumed.size).toBe(complete);
    for (const [step, value] of values.entries()) {
      if (step < complete) expect(await resumed.get(aKey({ step }))).toEqual(value);
      else await resumed.put(aKey({ step }), value);
    }
    await resumed.close();
    expect(readFileSync(cut).equals(whole)).toBe(true);
  }
});

it('keeps whole failures when failures.jsonl is cut at any byte', async () => {
  const folder = temporaryFolder();
  const store = openFileStore(folder);
  for (const step of [0, 1, 2]) await store.fail(aKey({ step }), `reason ${step}`);
  await store.close();
  const file = path.join(folder, 'failures.jsonl');
  const backup = path.join(folder, 'whole');
  copyFileSync(file, backup);
  for (let length = 0; length <= readFileSync(backup).length; length += 1) {
    copyFileSync(backup, file);
    truncateSync(file, length);
    const resumed = openFileStore(folder);
    expect([...resumed.failures()].map(({ reason }) => reason)).toEqual(
      ['reason 0', 'reason 1', 'reason 2'].slice(0, readFileSync(backup).subarray(0, length).filter((byte) => byte === 0x0a).length));
    await resumed.close();
  }
});

it('resumes a run whose process left a torn record, a temporary manifest and no end of session', async () => {
  const folder = temporaryFolder();
  const run = await openRun(folder, aDescription());
  await run.put(aKey(), 1);
  await run.close();
  writeFileSync(path.join(folder, 'records.jsonl'), `${readFileSync(path.join(folder, 'records.jsonl'), 'utf8')}{"configuration":"def`);
  writeFileSync(path.join(folder, 'manifest.json.99.tmp'), '{"form');
  const resumed = await openRun(folder, aDescription());
  expect([resumed.isResumed, resumed.size, await resumed.get(aKey())]).toEqual([true, 1, 1]);
  await resumed.close();
});
