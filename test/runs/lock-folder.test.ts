import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/runs/lock-folder.js';
import { readProcessStart } from '../../src/runs/read-process.js';
import { temporaryFolder } from './temporary-folder.js';

const writeLock = (folder: string, changes: object): void =>
  writeFileSync(path.join(folder, 'lock'), JSON.stringify({ pid: process.pid, host: hostname(), start: readProcessStart(process.pid), token: 'other', ...changes }));

describe('lockFolder', () => {
  it('lets one in at a time and names the holder', () => {
    const folder = temporaryFolder();
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`Expected the run folder ${folder} to be free, but process ${process.pid} on ${hostname()} is using it.`);
    unlock();
    unlock();
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over the lock of a process that ended', () => {
    const folder = temporaryFolder();
    writeLock(folder, { pid: spawnSync('node', ['-e', '']).pid });
    const unlock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['lock']);
    unlock();
  });

  it.skipIf(readProcessStart(process.pid) === null)('takes over the lock of an ended process whose number runs again (needs /proc)', () => {
    const folder = temporaryFolder();
    writeLock(folder, { start: '1' });
    lockFolder(folder)();
  });

  it('never takes the lock of another machine, whose processes it cannot see', () => {
    const folder = temporaryFolder();
    writeLock(folder, { host: 'elsewhere', pid: 1 });
    expect(() => lockFolder(folder)).toThrow('process 1 on elsewhere is using it');
  });

  it('never takes a lock that it cannot read', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'lock'), 'mine');
    expect(() => lockFolder(folder)).toThrow(`delete ${path.join(folder, 'lock')}`);
    expect(readFileSync(path.join(folder, 'lock'), 'utf8')).toBe('mine');
  });

  it('does not give back a lock that is no longer its own', () => {
    const folder = temporaryFolder();
    const unlock = lockFolder(folder);
    writeLock(folder, {});
    unlock();
    expect(readdirSync(folder)).toEqual(['lock']);
  });
});
