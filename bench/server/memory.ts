// Peak memory of the client, as the command runs it, while problems stream through it, in mode batch, against a server without latency in a process of its own. From the command line: `problems`, default 20000 (about ten minutes).
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { boundHeap } from '../../src/util/bound-heap.js';
import { reportFigures } from '../shared/figure.js';
import { makeBenchFolder } from './bench-folder.js';
import { forkServer } from './fork-server.js';
import { CANDIDATES, STEPS } from './load.js';
import { scoreLoad } from './score-load.js';

// As the command does; a library user decides for the whole process.
boundHeap();
const problems = Number(process.argv[2] ?? 20_000);
const MB = 1024 * 1024;
/** More than the cache of data URLs holds. */
const IMAGES = Math.min(problems, 5000);

const folder = await makeBenchFolder({ problems, checklist: 'declared', images: IMAGES });
const server = await forkServer({ kind: 'vllm' });
const before = process.resourceUsage().maxRSS / 1024;
const quarters: string[] = [];
let done = 0;
try {
  const { output, seconds } = await scoreLoad({
    folder, baseUrl: server.baseUrl, verifier: { judge: 'batch' },
    onProblem: () => {
      if (++done % Math.ceil(problems / 4) === 0 || done === problems) quarters.push(`${done}: ${Math.round(process.memoryUsage.rss() / MB)}`);
    },
  });
  // Before the export is read, which is the bench's own doing.
  const peak = process.resourceUsage().maxRSS / 1024;
  let lines = 0;
  for await (const _ of createInterface({ input: createReadStream(output) })) lines++;
  const { calls } = await server.report();
  const n = `${problems} problems x ${CANDIDATES} x ${STEPS}, ${IMAGES} images, ${calls} calls, ${Math.round(statSync(output).size / MB)} MB written, ${seconds.toFixed(0)} s`;
  reportFigures([
    { what: 'peak memory of the client (RSS)', n, result: `${Math.round(peak)} MB (${Math.round(before)} MB before; by problems done ${quarters.join(', ')} MB)`, reach: '<= 400 MB', isReached: peak <= 400 },
    { what: 'problems in the export', n, result: String(lines), reach: String(problems), isReached: lines === problems },
  ]);
} finally {
  await server.close();
  folder.remove();
}
