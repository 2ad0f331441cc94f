// A GRPO step through `prm serve` and a simulated verifier of 64 slots, as each trainer hands its batch over: wall time beside the verifier's own limit, and beside what `prm plan` says. Calls are made short so that it ends within minutes, and the whole step within the deadline of one try. From the command line: problems (512), rollouts of each (8), milliseconds a call (200), part of a trainer's name, the judge's mode (batch, or per-step).
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { makeBenchFolder } from '../server/bench-folder.js';
import { forkServer } from '../server/fork-server.js';
import { STEPS } from '../server/load.js';
import { reportFigures, type Figure } from '../shared/figure.js';
import { command } from './prm-command.js';
import { makeRollouts } from './rollouts.js';
import { startServe } from './start-serve.js';
import { trainers, type Trainer } from './trainers.js';

const SLOTS = 64;
const MOST_OVER_LIMIT = 1.15;
const MOST_OFF = 0.2;
const [problems = 512, group = 8, latencyMs = 200] = process.argv.slice(2, 5).map(Number);
const [only = '', judge = 'batch'] = process.argv.slice(5);

const rollouts = makeRollouts(problems, group);
const folder = await makeBenchFolder({ problems, checklist: 'undeclared', candidates: group });
let known: (number | null)[] | null = null;

/** Seconds that `prm plan` says for such a step. */
function predict({ inFlight }: Trainer): number {
  const flags = { problems, rollouts: group, steps: STEPS, slots: SLOTS, latency: latencyMs / 1000, judge, inFlight: Math.min(inFlight, problems * group) };
  const words = Object.entries(flags).flatMap(([name, value]) => [`--${name === 'inFlight' ? 'in-flight' : name}`, String(value)]);
  const { stdout, stderr } = spawnSync(process.execPath, [command, 'plan', '--json', ...words], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { trainers: { wall: number }[] }).trainers[0]?.wall ?? NaN;
}

async function measure(trainer: Trainer): Promise<Figure[]> {
  const { name, patience } = trainer;
  if (!trainer.isHere) return [{ what: name, n: '', result: 'not measured: needs python3 >= 3.9', reach: '', isReached: null }];
  const models = await forkServer({ kind: 'vllm', slots: SLOTS, latencyMs });
  const server = await startServe(['--model', `${models.baseUrl}#vlm`, '--judge', judge, '--no-cache', '--dataset', folder.file]);
  try {
    const start = performance.now();
    const answers = await trainer.reward(server.url, rollouts, group);
    const wall = (performance.now() - start) / 1000;
    const { calls } = await models.report();
    const limit = (calls * latencyMs) / 1000 / SLOTS;
    const predicted = predict(trainer);
    const rewards = answers.map(({ reward }) => reward);
    known ??= rewards;
    const wrong = rewards.filter((reward, at) => reward === null || Math.abs(reward - (known?.[at] ?? NaN)) > 1e-9).length;
    const waits = answers.flatMap(({ seconds }) => seconds ?? []);
    const longest = waits.length === 0 ? wall : Math.max(...waits);
    const n = `${problems} x ${group}, ${calls} calls of ${latencyMs} ms, load ${os.loadavg()[0]?.toFixed(1)}, judge ${judge}`;
    return [
      { what: `${name}: wall time beside the limit of the verifier`, n, result: `${(wall / limit).toFixed(3)} (${wall.toFixed(1)} s of ${limit.toFixed(1)} s)`, reach: `<= ${MOST_OVER_LIMIT}`, isReached: wall / limit <= MOST_OVER_LIMIT },
      { what: `${name}: what prm plan says beside that`, n, result: `${predicted.toFixed(1)} s, off by ${(100 * (predicted / wall - 1)).toFixed(1)} %`, reach: `within ${100 * MOST_OFF} %`, isReached: Math.abs(predicted / wall - 1) <= MOST_OFF },
      { what: `${name}: rewards missing, or not those of the first trainer`, n: `${rewards.length} rollouts, ${new Set(rewards).size} values`, result: `${wrong}`, reach: '0', isReached: wrong === 0 },
      { what: `${name}: longest wait ${waits.length === 0 ? 'of the batch' : 'of a request'} beside the patience of the trainer`, n, result: `${longest.toFixed(1)} s of ${patience} s`, reach: 'less', isReached: longest < patience },
    ];
  } finally {
    await server.stop();
    await models.close();
  }
}

const figures: Figure[] = [];
try {
  for (const trainer of trainers) if (trainer.name.includes(only)) figures.push(...await measure(trainer));
} finally {
  folder.remove();
}
reportFigures(figures);
