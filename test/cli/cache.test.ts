import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLmdbStore } from '../../src/models/cache/open-lmdb-store.js';
import { runPrm } from '../helpers/run-prm.js';
import { tempFolder } from '../helpers/temp-folder.js';

async function fill(folder: string, count: number): Promise<void> {
  const store = await openLmdbStore(folder);
  for (let i = 0; i < count; i++) store.put(`key${i}`, `answer ${i}`);
  await store.close();
}

describe('prm cache', () => {
  it('counts what is kept, removes it, and says so', async () => {
    const folder = path.join(tempFolder(), 'answers');
    await fill(folder, 7);
    const stats = await runPrm(['cache', 'stats', '--cache', folder]);
    expect([stats.code, stats.stderr]).toEqual([0, '']);
    expect(stats.stdout).toMatch(new RegExp(`folder +${folder}\nanswers +7\nsize +[\\d.]+ [kM]B\n`));
    const cleared = await runPrm(['cache', 'clear', '--cache', folder]);
    expect(cleared.stdout).toMatch(new RegExp(`^Removed 7 answers from ${folder}\\.`));
    expect(JSON.parse((await runPrm(['cache', 'stats', '--cache', folder, '--json'])).stdout)).toMatchObject({ folder, exists: true, entries: 0 });
    expect(JSON.parse((await runPrm(['cache', 'clear', '--cache', folder, '--json'])).stdout)).toMatchObject({ exists: true, removed: 0 });
  });

  it('looks where runs keep their answers unless told otherwise', async () => {
    const [home, config] = [tempFolder(), tempFolder()];
    await fill(path.join(home, 'prm/answers'), 2);
    await fill(path.join(config, 'elsewhere'), 3);
    writeFileSync(path.join(config, 'prm.config.yaml'), 'cache: elsewhere\n');
    const env = { XDG_CACHE_HOME: home };
    expect((await runPrm(['cache', 'stats'], { env, cwd: home })).stdout).toMatch(/answers +2\n/);
    expect((await runPrm(['cache', 'stats'], { env, cwd: config })).stdout).toMatch(/answers +3\n/);
  });

  it.each(['stats', 'clear'])('%s makes nothing where there is no cache', async (action) => {
    const cwd = tempFolder();
    expect(await runPrm(['cache', action, '--cache', 'none'], { cwd })).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('No cache in none') as string });
    expect((await runPrm(['cache', action, '--cache', '.', '--json'], { cwd })).stdout).toContain('"exists":false');
    expect([existsSync(path.join(cwd, 'none')), readdirSync(cwd)]).toEqual([false, []]);
  });

  it('answers wrong use with one line', async () => {
    const cwd = tempFolder();
    writeFileSync(path.join(cwd, 'answers.mdb'), 'this is no database '.repeat(1000));
    for (const [args, code, message] of [
      [['cache'], 2, 'stats, clear'],
      [['cache', 'emtpy'], 2, 'got `emtpy`'],
      [['cache', 'stats', '--no-cache'], 2, 'turned off'],
      [['cache', 'stats', '--cache', '.'], 1, 'cannot be opened'],
    ] as const) {
      const { stderr, stdout, ...rest } = await runPrm(args, { cwd });
      expect(stderr).toContain(message);
      expect([rest.code, stdout, stderr.trim().split('\n').length]).toEqual([code, '', 1]);
    }
  });

  it('is safe while a run writes: what is written after a clear is there, whole', async () => {
    const folder = path.join(tempFolder(), 'answers');
    await fill(folder, 100);
    const script = path.join(tempFolder(), 'write.mjs');
    writeFileSync(script, `
      const { openLmdbStore } = await import(${JSON.stringify(path.resolve('dist/models/cache/open-lmdb-store.js'))});
      const store = await openLmdbStore(${JSON.stringify(folder)});
      let isOver = false;
      process.stdin.once('data', () => { isOver = true; }).resume();
      console.log('begun');
      let i = 0;
      for (; !isOver; i++) { store.put('run' + i, 'value ' + i + ' '.repeat(2000)); await new Promise((next) => setTimeout(next, 1)); }
      for (let late = 0; late < 50; late++) store.put('late' + late, 'value ' + late);
      const { failedWrites } = store.stats();
      await store.close();
      console.log(JSON.stringify({ written: i, failedWrites }));
      process.exit(0);`);
    const writer = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    let said = '';
    const begun = new Promise<void>((resolve) => writer.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; resolve(); }));
    const ended = new Promise<number | null>((resolve) => writer.on('close', resolve));
    await begun;
    const removed: number[] = [];
    for (let round = 0; round < 3; round++) {
      expect((await runPrm(['cache', 'stats', '--cache', folder])).code).toBe(0);
      removed.push((JSON.parse((await runPrm(['cache', 'clear', '--cache', folder, '--json'])).stdout) as { removed: number }).removed);
    }
    writer.stdin.end('stop\n');
    expect(await ended).toBe(0);
    const { written, failedWrites } = JSON.parse(said.trim().split('\n').at(-1) ?? '') as { written: number; failedWrites: number };
    const store = await openLmdbStore(folder);
    const kept = Array.from({ length: written }, (_, i) => store.get(`run${i}`));
    // Nothing is counted twice and nothing vanishes: every answer was removed once or is still there.
    expect([failedWrites, removed.reduce((sum, n) => sum + n, 0) + store.stats().entries]).toEqual([0, 100 + written + 50]);
    expect(kept.filter((value, i) => value !== undefined && value.trimEnd() !== `value ${i}`)).toEqual([]);
    expect(Array.from({ length: 50 }, (_, i) => store.get(`late${i}`))).toEqual(Array.from({ length: 50 }, (_, i) => `value ${i}`));
    expect(removed[0]).toBeGreaterThanOrEqual(100);
    await store.close();
  });
});
