import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listLogParts } from '../../src/runs/log-parts.js';
import { RotatingLog, type RotatingLogOptions } from '../../src/runs/rotating-log.js';
import { temporaryFolder } from './temporary-folder.js';

const describeGap = (dropped: number): string => JSON.stringify({ dropped });
const openLog = (file: string, options: Partial<RotatingLogOptions> = {}) => RotatingLog.open(file, { describeGap, ...options });
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);

describe('RotatingLog', () => {
  it('is written by one process at a time, and free again when it is closed', async () => {
    const file = path.join(temporaryFolder(), 'log.jsonl');
    const log = await openLog(file);
    await expect(openLog(file)).rejects.toThrow(`Expected the log ${file} to be free, but process ${process.pid}`);
    await log.close();
    await (await openLog(file)).close();
    expect(existsSync(`${file}.lock`)).toBe(false);
    await expect(openLog(path.dirname(file))).rejects.toThrow('Expected a file that can be written');
    expect(existsSync(`${path.dirname(file)}.lock`)).toBe(false);
  });

  it('keeps every line in order over many parts, and none is deleted', async () => {
    const file = path.join(temporaryFolder(), 'log.jsonl');
    const log = await openLog(file, { maxBytes: 2000 });
    for (let at = 0; at < 1000; at += 1) {
      log.append(`{"at":${at}}`);
      // A round of its own for each piece, however busy the machine is.
      if (at % 250 !== 249) continue;
      for (let tries = 0; tries < 500 && (await listLogParts(file)).length < (at + 1) / 250; tries += 1) await sleep(10);
    }
    await log.close();
    const parts = await listLogParts(file);
    expect(parts.length).toBeGreaterThan(3);
    const all = [...parts, file].flatMap(linesOf).map((line) => (JSON.parse(line) as { at: number }).at);
    expect(all).toEqual(Array.from({ length: 1000 }, (_, at) => at));
    const again = await openLog(file, { maxBytes: 1 });
    again.append('"later"');
    await again.close();
    expect(await listLogParts(file)).toEqual([...parts, `${file}.${parts.length + 1}`]);
  });

  it('leaves a torn line as it is and begins the next on its own', async () => {
    const file = path.join(temporaryFolder(), 'log.jsonl');
    appendFileSync(file, '{"whole":1}\n{"to');
    const log = await openLog(file);
    log.append('{"next":2}');
    await log.close();
    expect(linesOf(file)).toEqual(['{"whole":1}', '{"to', '{"next":2}']);
  });

  it('drops and counts what is too much, and says so in a line where it was', async () => {
    const file = path.join(temporaryFolder(), 'log.jsonl');
    const log = await openLog(file, { maxPending: 25 });
    expect(['"0123456789"', '"0123456789"', '"x"', '"y"'].map((line) => log.append(line))).toEqual([true, true, false, false]);
    for (let tries = 0; tries < 100 && (!existsSync(file) || linesOf(file).length < 2); tries += 1) await sleep(10);
    await sleep(50);
    expect(log.append('"z"')).toBe(true);
    await log.close();
    expect(log.dropped).toBe(2);
    expect(linesOf(file)).toEqual(['"0123456789"', '"0123456789"', '{"dropped":2}', '"z"']);
  });

  it('refuses a file that cannot be written in one line', async () => {
    await expect(openLog(path.join(temporaryFolder(), 'none', 'log.jsonl'))).rejects.toThrow(/Expected a file that can be written at .*log\.jsonl/);
  });

  it.skipIf(!existsSync('/dev/full'))('keeps what a full disk does not take, and says so', async () => {
    const told: string[] = [];
    const log = await openLog('/dev/full', { onTrouble: (message) => told.push(message) });
    expect(log.append('"x"')).toBe(true);
    await sleep(50);
    await log.close();
    expect(told).toEqual([expect.stringMatching(/cannot be written: .*ENOSPC/), expect.stringMatching(/1 lines could not be written/)]);
  });

  it('loses nothing that was written when the process is killed', { timeout: 30_000 }, async () => {
    const file = path.join(temporaryFolder(), 'log.jsonl');
    const script = `
      const { RotatingLog } = await import(${JSON.stringify(path.resolve('dist/runs/rotating-log.js'))});
      const log = await RotatingLog.open(${JSON.stringify(file)}, { describeGap: String });
      for (let at = 0; ; at += 1) { log.append(JSON.stringify({ at })); if (at % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1)); }`;
    for (const _ of [1, 2]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
      const before = existsSync(file) ? readFileSync(file).length : 0;
      for (let tries = 0; tries < 500 && (!existsSync(file) || readFileSync(file).length < before + 5000); tries += 1) await sleep(10);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    const runs: number[][] = [];
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { at } = JSON.parse(line) as { at: number };
      if (at === 0) runs.push([]);
      runs.at(-1)?.push(at);
    }
    expect(runs).toHaveLength(2);
    for (const run of runs) expect(run).toEqual(run.map((_, at) => at));
  });
});
