import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunStoreError } from '../../../src/errors/index.js';
import { openLmdbStore } from '../../../src/models/cache/open-lmdb-store.js';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'prm-cache-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('openLmdbStore', () => {
  it('keeps text of any size and script over a restart', async () => {
    const values = ['', '{"text":"+"}', 'שלום \ud83d\ude00', 'x'.repeat(3_000_000)];
    const first = await openLmdbStore(path.join(folder, 'made/anew'));
    values.forEach((value, i) => first.put(`key${i}`, value));
    expect(values.map((_, i) => first.get(`key${i}`))).toEqual(values);
    await first.close();
    const second = await openLmdbStore(path.join(folder, 'made/anew'));
    expect(values.map((_, i) => second.get(`key${i}`))).toEqual(values);
    expect(second.get('key9')).toBeUndefined();
    expect(second.stats()).toMatchObject({ entries: 4, failedWrites: 0 });
    expect(await second.clear()).toBe(4);
    expect([second.get('key1'), second.stats().entries]).toEqual([undefined, 0]);
    await second.close();
  });

  it('is safe to use from several processes at once', async () => {
    const program = `
      const { openLmdbStore } = await import(${JSON.stringify(path.resolve('dist/models/cache/open-lmdb-store.js'))});
      const [folder, who] = process.argv.slice(-2);
      const store = await openLmdbStore(folder);
      for (let i = 0; i < 500; i++) { store.put('shared' + i, 'same' + i); store.put(who + i, who.repeat(100) + i); if (i % 50 === 0) await new Promise((next) => setImmediate(next)); }
      await store.close();`;
    const script = path.join(folder, 'write.mjs');
    await writeFile(script, program);
    await Promise.all(['a', 'b', 'c'].map((who) => promisify(execFile)(process.execPath, [script, folder, who])));
    const store = await openLmdbStore(folder);
    const wrong = Array.from({ length: 500 }, (_, i) => i).filter((i) => store.get(`shared${i}`) !== `same${i}` || ['a', 'b', 'c'].some((who) => store.get(`${who}${i}`) !== who.repeat(100) + i));
    expect(wrong).toEqual([]);
    await store.close();
  });

  it('says in one line that a folder cannot be used', async () => {
    await writeFile(path.join(folder, 'file'), '');
    await writeFile(path.join(folder, 'answers.mdb'), 'not a database '.repeat(1000));
    await expect(openLmdbStore(folder)).rejects.toThrow(/cannot be opened \(.*answers\.mdb is no cache of answers\)/);
    const opened = openLmdbStore(path.join(folder, 'file'));
    await expect(opened).rejects.toBeInstanceOf(RunStoreError);
    await expect(opened).rejects.toThrow(/^Expected a folder for the cache at .*file, but it cannot be opened/);
  });
});
