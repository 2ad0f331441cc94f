import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openRun } from '../../src/runs/index.js';
import { aDescription } from './run-description.js';
import { aKey } from './run-store-contract.js';
import { temporaryFolder } from './temporary-folder.js';

/** A process that writes records without end, and says on stdout how many are done. */
const writer = `
  import { openRun } from ${JSON.stringify(path.resolve('dist/runs/index.js'))};
  const [folder, description, key] = process.argv.slice(1).map((text) => text.startsWith('{') ? JSON.parse(text) : text);
  const run = await openRun(folder, description);
  for (let step = run.size; ; step += 1) {
    await run.put({ ...key, step }, 'x'.repeat(step * 37 % 5000) + step);
    process.stdout.write((step + 1) + ' ');
    if (step % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }`;

const startWriter = (folder: string): ReturnType<typeof spawn> =>
  spawn(process.execPath, ['--input-type=module', '-e', writer, folder, JSON.stringify(aDescription()), JSON.stringify(aKey())], { stdio: ['ignore', 'pipe', 'pipe'] });

it('loses no finished record when the process is killed, and resumes in spite of the lock left behind', async () => {
  const folder = temporaryFolder();
  let before = 0;
  for (const pause of [0, 7, 23, 60]) {
    const child = startWriter(folder);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    await expect(openRun(folder, aDescription())).rejects.toThrow(`process ${child.pid} on`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const run = await openRun(folder, aDescription());
    expect(run.size).toBeGreaterThan(before);
    for (let step = before; step < run.size; step += 1) expect(await run.get(aKey({ step }))).toBe('x'.repeat((step * 37) % 5000) + step);
    before = run.size;
    await run.close();
    expect(readFileSync(path.join(folder, 'records.jsonl'), 'utf8').split('\n')).toHaveLength(before + 1);
  }
});

it('keeps every record that the killed process had reported as done', async () => {
  const folder = temporaryFolder();
  const child = startWriter(folder);
  let reported = '';
  child.stdout?.on('data', (text) => { reported += String(text); });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  const done = Number(reported.slice(0, reported.lastIndexOf(' ')).split(' ').at(-1));
  const run = await openRun(folder, aDescription());
  expect(done).toBeGreaterThan(0);
  expect(run.size).toBeGreaterThanOrEqual(done);
  await run.close();
});
