import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type * as Fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeLines } from '../../src/datasets/write-lines.js';
import { writeTemp } from './collect.js';

const disk = vi.hoisted(() => ({ failure: null as string | null }));
vi.mock('node:fs/promises', async (load) => {
  const fs = await load<typeof Fs>();
  return {
    ...fs,
    open: async (...args: Parameters<typeof Fs.open>) => {
      const handle = await fs.open(...args);
      const { failure } = disk;
      if (failure !== null) handle.appendFile = () => Promise.reject(Object.assign(new Error(failure), { code: failure, syscall: 'write' }));
      return handle;
    },
  };
});
afterEach(() => { disk.failure = null; });

describe('writeLines', () => {
  it('writes every line, and leaves nothing else behind', async () => {
    const file = writeTemp('out.jsonl', 'old\n');
    expect(await writeLines(file, ['a', 'b'])).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('a\nb\n');
    expect(readdirSync(path.dirname(file))).toEqual(['out.jsonl']);
  });

  it('keeps the older file when the lines break off', async () => {
    const file = writeTemp('out.jsonl', 'old\n');
    await expect(writeLines(file, (function* () { yield 'a'; throw new Error('broke off'); })())).rejects.toThrow('broke off');
    expect(readFileSync(file, 'utf8')).toBe('old\n');
    expect(readdirSync(path.dirname(file))).toEqual(['out.jsonl']);
  });

  it.each([['ENOSPC', 'expected room for the output, got a full disk'], ['EROFS', 'expected a writable place, got a read-only file system'], ['EIO', 'expected to write the output, got EIO']])('names %s', async (code, message) => {
    const file = writeTemp('out.jsonl', 'old\n');
    disk.failure = code;
    await expect(writeLines(file, ['a'])).rejects.toThrow(`${file}: ${message}`);
    expect(readFileSync(file, 'utf8')).toBe('old\n');
    expect(readdirSync(path.dirname(file))).toEqual(['out.jsonl']);
  });

  it('names a missing folder and a directory in the place of the file', async () => {
    const folder = path.dirname(writeTemp('x', ''));
    await expect(writeLines(path.join(folder, 'no', 'out.jsonl'), ['a'])).rejects.toThrow('expected an existing folder to write to');
    await expect(writeLines(folder, ['a'])).rejects.toThrow('expected a file name to write to, got a directory');
    expect(existsSync(folder)).toBe(true);
  });
});
