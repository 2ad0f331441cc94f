// A second run over a warm response cache, in a new run folder: how much faster than the first on a server of 64 slots at 500 ms, and how many calls. `problems` from the command line, default 200.
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { reportFigures, type Figure } from '../shared/figure.js';
import type { VerifierOptions } from '../../src/verifiers/verifier-options.js';
import { makeBenchFolder } from './bench-folder.js';
import { forkServer } from './fork-server.js';
import { CANDIDATES, STEPS } from './load.js';
import { scoreLoad } from './score-load.js';

const problems = Number(process.argv[2] ?? 200);
const judges = (process.argv[3]?.split(',') ?? ['batch', 'per-step']) as NonNullable<VerifierOptions['judge']>[];

async function measure(judge: NonNullable<VerifierOptions['judge']>): Promise<Figure[]> {
  const folder = await makeBenchFolder({ problems, checklist: 'declared' });
  const server = await forkServer({ kind: 'vllm', latencyMs: 500 });
  const verifier = { judge, cache: path.join(folder.path, 'cache') };
  try {
    const first = await scoreLoad({ folder, baseUrl: server.baseUrl, verifier, output: 'first.jsonl' });
    const { calls: before } = await server.report();
    const second = await scoreLoad({ folder, baseUrl: server.baseUrl, verifier, output: 'second.jsonl' });
    const { calls: after } = await server.report();
    const isEqual = readFileSync(first.output, 'utf8') === readFileSync(second.output, 'utf8');
    const n = `${problems} problems x ${CANDIDATES} x ${STEPS}, ${before} calls at first`;
    const factor = first.seconds / second.seconds;
    return [
      { what: `second run over a warm cache, ${judge}`, n, result: `${factor.toFixed(1)} x faster (${first.seconds.toFixed(1)} s, then ${second.seconds.toFixed(2)} s)`, reach: '>= 50 x', isReached: factor >= 50 },
      { what: `calls of the second run, ${judge}`, n, result: `${after - before}, export ${isEqual ? 'equal' : 'differs'}`, reach: '0, equal', isReached: after === before && isEqual },
    ];
  } finally {
    await server.close();
    folder.remove();
  }
}

const figures: Figure[] = [];
for (const judge of judges) figures.push(...await measure(judge));
reportFigures(figures);
