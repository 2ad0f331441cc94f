import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/runs/file-store.js';
import { aKey, describeRunStore } from './run-store-contract.js';
import { temporaryFolder } from './temporary-folder.js';

describeRunStore('the file store', async () => openFileStore(temporaryFolder()));

const recordsOf = (folder: string): string => path.join(folder, 'records.jsonl');
const failuresOf = (folder: string): string => path.join(folder, 'failures.jsonl');

describe('the file store', () => {
  it('finds everything again when it is opened anew, without having been closed', async () => {
    const folder = temporaryFolder();
    const first = openFileStore(folder);
    await first.put(aKey(), 'old');
    await first.put(aKey({ step: 1 }), { text: 'naïve' });
    await first.put(aKey(), 'new');
    await first.fail(aKey({ step: 2 }), 'no answer');
    const second = openFileStore(folder);
    expect([second.size, await second.get(aKey()), await second.get(aKey({ step: 1 }))]).toEqual([2, 'new', { text: 'naïve' }]);
    expect([...second.failures()]).toEqual([{ key: aKey({ step: 2 }), reason: 'no answer' }]);
    await second.close();
    await first.close();
  });

  it('does not list a failure again whose work succeeded, and takes it from the file on closing', async () => {
    const folder = temporaryFolder();
    const first = openFileStore(folder);
    await first.fail(aKey(), 'no answer');
    await first.put(aKey(), 1);
    expect([...openFileStore(folder).failures()]).toEqual([]);
    await first.fail(aKey({ step: 1 }), 'timeout');
    await first.close();
    expect(readFileSync(failuresOf(folder), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([{ ...aKey({ step: 1 }), reason: 'timeout' }]);
    const second = openFileStore(folder);
    await second.put(aKey({ step: 1 }), 1);
    await second.close();
    expect(existsSync(failuresOf(folder))).toBe(false);
  });

  it('reports a damaged line with others after it by file and line, and leaves the file as it is', async () => {
    const folder = temporaryFolder();
    const store = openFileStore(folder);
    for (const step of [0, 1, 2]) await store.put(aKey({ step }), step);
    await store.close();
    const lines = readFileSync(recordsOf(folder), 'utf8').split('\n');
    lines[1] = lines[1]?.slice(0, 20) ?? '';
    writeFileSync(recordsOf(folder), lines.join('\n'));
    expect(() => openFileStore(folder)).toThrow(`${recordsOf(folder)}:2: expected a JSON record`);
    expect(readFileSync(recordsOf(folder), 'utf8')).toBe(lines.join('\n'));
  });

  it('reports a line of another shape by file and line', () => {
    const folder = temporaryFolder();
    writeFileSync(recordsOf(folder), `${JSON.stringify({ ...aKey(), step: 'one', value: 1 })}\n`);
    expect(() => openFileStore(folder)).toThrow(`${recordsOf(folder)}:1: step:`);
  });

  it('drops a last line that is whole but not JSON, as a power failure leaves it', async () => {
    const folder = temporaryFolder();
    const store = openFileStore(folder);
    await store.put(aKey(), 'kept');
    await store.close();
    appendFileSync(recordsOf(folder), '\0\0\0\0\n');
    const again = openFileStore(folder);
    await again.put(aKey({ step: 1 }), 'next');
    await again.close();
    const last = openFileStore(folder);
    expect([await last.get(aKey()), await last.get(aKey({ step: 1 }))]).toEqual(['kept', 'next']);
    await last.close();
  });

  it('reads a record back from its place on disk, and says so when the file was changed', async () => {
    const folder = temporaryFolder();
    const store = openFileStore(folder);
    await store.put(aKey(), 'value');
    writeFileSync(recordsOf(folder), '');
    await expect(store.get(aKey())).rejects.toThrow('the file was changed by something else');
  });
});
