import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.js';
import { hasPython, runPython } from './run-python.js';
import { startFaultyFront } from './start-faulty-front.js';

const running: ChildProcess[] = [];
afterEach(() => { for (const child of running.splice(0)) child.kill('SIGKILL'); });

/** A reward server as a process of its own, with the built-in verifier. */
function startServe(port: number, dataset: string): ChildProcess {
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--port', String(port), '--dataset', dataset, '--quiet'], { stdio: 'inherit' });
  running.push(child);
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.skipIf(!hasPython)('a server that is killed in mid-load (needs python3 >= 3.9)', () => {
  it('loses and changes no reward: every sample ends with the one it has on a quiet server', async () => {
    const dataset = path.join(tempFolder(), 'problems.jsonl');
    const problem = { id: 'sum', question: 'What is 12 + 30?', images: [], answer: '42' };
    writeFileSync(dataset, `${JSON.stringify({ format: 'prm-problem/1', problem, candidates: [] })}\n`);
    const columns = {
      prompts: Array(600).fill('What is 12 + 30?'), id: Array(600).fill('sum'),
      completions: Array.from({ length: 600 }, (_, at) => `Step 1: 12 + ${at % 40} = ${12 + (at % 40) + (at % 3 === 0 ? 1 : 0)}.\nStep 2: sample ${at}, so 12 + 30 = 42.`),
    };
    const port = await freePort();
    const env = { PRM_SERVER_URL: `http://127.0.0.1:${port}` };
    startServe(port, dataset);
    const quiet = (await runPython('trl.py', { columns, async: false }, env)).result as { value: number[] };
    running.splice(0).forEach((child) => child.kill('SIGKILL'));

    const child = startServe(port, dataset);
    await waitUntilUp(port);
    const front = await startFaultyFront(`http://127.0.0.1:${port}`, () => 'pass');
    const load = runPython('trl.py', { columns, async: false }, { PRM_SERVER_URL: front.url });
    while (front.requests.length < 150) await sleep(5);
    child.kill('SIGKILL');
    await sleep(500);
    startServe(port, dataset);
    const { value } = (await load).result as unknown as { value: number[] };
    expect(front.requests.length).toBeGreaterThan(600);
    expect(new Set(quiet.value).size).toBeGreaterThan(1);
    expect(value).toEqual(quiet.value);
  }, 120_000);
});

async function waitUntilUp(port: number): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${port}/health`).then(({ ok }) => ok, () => false))) await sleep(100);
}
