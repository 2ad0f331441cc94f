// What the reward server itself takes, over a null verifier in a process of its own, two cores for both: requests a second, and the latency when requests come at random at half the aim; that beside the latency of a bare server that is as long busy with each, in the same minute: the rest is the machine's. From the command line: requests (10000), seconds at 1,000 a second (15).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { makeBenchFolder } from '../server/bench-folder.js';
import { reportFigures, type Figure } from '../shared/figure.js';
import { createRandom } from '../shared/seeded-random.js';
import { makeRollouts, promptOf, type Rollout } from './rollouts.js';

const AIM = 2000;
const MOST_P99 = 10;
const PROBLEMS = 512;
const CONNECTIONS = 32;
const [count = 10_000, seconds = 15] = process.argv.slice(2, 4).map(Number);

/** Every body differs, so that no answer comes from memory. */
const bodies: Record<string, (rollout: Rollout, at: number) => object> = {
  '/get_reward': (rollout, at) => ({ query: [`${promptOf(rollout)}${rollout.response} ${at}<|im_end|>`], prompts: [promptOf(rollout)], labels: [JSON.stringify({ id: rollout.id })] }),
  '/v1/verify': ({ id, response }, at) => ({ id, responses: [`${response} ${at}`] }),
};

const rollouts = makeRollouts(PROBLEMS, 8);
const folder = await makeBenchFolder({ problems: PROBLEMS, checklist: 'undeclared' });
let sent = 0;

/** Starts a server, asks it for a while, and says how many requests it answered a second, what each cost it, and how long they took under half the aim. */
async function load(script: string, argument: string, route: string): Promise<{ rate: number; perRequest: number; latencies: number[] }> {
  const server = fork(path.join(import.meta.dirname, script), [argument], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const [url] = await once(server, 'message') as [string];
  const pool = new Pool(url, { connections: CONNECTIONS });
  const ask = async (): Promise<void> => {
    const at = sent++;
    const { statusCode, body } = await pool.request({ path: route, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(bodies[route]?.(rollouts[at % rollouts.length] as Rollout, at)) });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${route} answered ${statusCode}: ${text}`);
  };
  /** CPU time of the server, in milliseconds. */
  const readCpu = async (): Promise<number> => {
    server.send('cpu');
    const [{ user, system }] = await once(server, 'message') as [NodeJS.CpuUsage];
    return (user + system) / 1000;
  };
  try {
    await askInTurns(ask, count / 2);
    const [cpu, start] = [await readCpu(), performance.now()];
    await askInTurns(ask, count);
    const rate = count / ((performance.now() - start) / 1000);
    const perRequest = (await readCpu() - cpu) / count;
    const latencies = (await askAtRandom(ask, AIM / 2, seconds)).sort((a, b) => a - b);
    return { rate, perRequest, latencies };
  } finally {
    await pool.close();
    server.disconnect();
  }
}

async function measure(route: string): Promise<Figure[]> {
  const { rate, perRequest, latencies } = await load('null-server-process.js', folder.file, route);
  const bare = (await load('bare-server-process.js', String(perRequest), route)).latencies;
  const percentileOf = (from: readonly number[], share: number): string => `${from[Math.min(from.length - 1, Math.floor(share * from.length))]?.toFixed(1)} ms`;
  const percentile = (share: number): string => percentileOf(latencies, share);
  return [
    { what: `${route}: requests a second`, n: `${count} requests, ${CONNECTIONS} connections`, result: `${rate.toFixed(0)} (${perRequest.toFixed(2)} ms of server CPU each)`, reach: `>= ${AIM}`, isReached: rate >= AIM },
    { what: `${route}: p99 from the arrival, at ${AIM / 2} arrivals a second`, n: `${latencies.length} requests`, result: `${percentile(0.99)} (p50 ${percentile(0.5)}, most ${percentile(1)}; the bare server ${percentileOf(bare, 0.99)}, most ${percentileOf(bare, 1)})`, reach: `<= ${MOST_P99} ms`, isReached: Number.parseFloat(percentile(0.99)) <= MOST_P99 },
  ];
}

/** So many requests, each connection one after the other. */
async function askInTurns(ask: () => Promise<void>, requests: number): Promise<void> {
  let left = requests;
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => { while (left-- > 0) await ask(); }));
}

/** Requests that come at random (Poisson), whatever became of those before. Their latencies count from when they should have been sent. */
async function askAtRandom(ask: () => Promise<void>, perSecond: number, duration: number): Promise<number[]> {
  const random = createRandom(1);
  const latencies: number[] = [];
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let due = start; due < start + duration * 1000; due += (-Math.log(1 - random()) / perSecond) * 1000) {
    while (performance.now() < due) await sleep(1);
    const from = due;
    asked.push(ask().then(() => void latencies.push(performance.now() - from)));
  }
  await Promise.all(asked);
  return latencies;
}

const figures: Figure[] = [];
try {
  for (const route of Object.keys(bodies)) figures.push(...await measure(route));
} finally {
  folder.remove();
}
reportFigures(figures);
