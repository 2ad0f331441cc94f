// CPU time of the client per call beyond the encoding of images, in two judge modes, against a server without latency in a process of its own: `problems` from the command line, default 200.
import path from 'node:path';
import { reportFigures, type Figure } from '../shared/figure.js';
import { resolveImage } from '../../src/images/resolve-image.js';
import { createImageUrls } from '../../src/models/openai/create-image-urls.js';
import type { VerifierOptions } from '../../src/verifiers/verifier-options.js';
import { makeBenchFolder, type BenchFolder } from './bench-folder.js';
import { forkServer } from './fork-server.js';
import { CANDIDATES, STEPS } from './load.js';
import { scoreLoad } from './score-load.js';

const problems = Number(process.argv[2] ?? 200);
const judges = (process.argv[3]?.split(',') ?? ['batch', 'per-step']) as NonNullable<VerifierOptions['judge']>[];

/** CPU time to encode each image once, as a run does. */
async function encodeImages(folder: BenchFolder): Promise<number> {
  const toUrl = createImageUrls();
  const cpu = process.cpuUsage();
  for (let at = 0; at < problems; at++) await toUrl(resolveImage(`images/${at}.png`, { root: path.dirname(folder.file) }));
  const { user, system } = process.cpuUsage(cpu);
  return (user + system) / 1000;
}

async function measure(judge: NonNullable<VerifierOptions['judge']>): Promise<Figure> {
  const folder = await makeBenchFolder({ problems, checklist: 'declared' });
  const server = await forkServer({ kind: 'vllm' });
  try {
    const encodingMs = await encodeImages(folder);
    const { cpuMs } = await scoreLoad({ folder, baseUrl: server.baseUrl, verifier: { judge } });
    const { calls } = await server.report();
    const perCall = (cpuMs - encodingMs) / calls;
    return { what: `client CPU per call beyond image encoding, ${judge}`, n: `${calls} calls, ${problems} problems x ${CANDIDATES} x ${STEPS}`, result: `${perCall.toFixed(2)} ms (with encoding ${(cpuMs / calls).toFixed(2)} ms)`, reach: '<= 2 ms', isReached: perCall <= 2 };
  } finally {
    await server.close();
    folder.remove();
  }
}

const figures: Figure[] = [];
for (const judge of judges) figures.push(await measure(judge));
reportFigures(figures);
