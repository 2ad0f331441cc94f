// How far the judge modes agree on the sample problems. Needs a real model: PRM_BENCH_MODEL=http://host:port/v1#name; without one it is not measured, since a simulated model agrees with itself.
import { readDataset } from '../../src/datasets/index.js';
import { resolveImage } from '../../src/images/resolve-image.js';
import { createProblemRoom } from '../../src/jobs/problem-room.js';
import { scoreCandidates } from '../../src/jobs/score-candidates.js';
import { setUpVerifier } from '../../src/verifiers/set-up-verifier.js';
import { reportFigures, type Figure } from '../shared/figure.js';

const model = process.env['PRM_BENCH_MODEL'];
const modes = ['per-step', 'turns', 'batch'] as const;
const samples = 'data/samples';

/** P(right) of every step of every candidate, null where it was not measured. */
async function judgeSamples(spec: string, judge: (typeof modes)[number]): Promise<(number | null)[]> {
  const { verifier, models } = await setUpVerifier({ model: spec, judge });
  const { records } = await readDataset(`${samples}/problems.jsonl`);
  const found: (number | null)[] = [];
  try {
    for await (const { candidates } of scoreCandidates(records, { verifier, openImage: (ref) => resolveImage(ref, { root: samples }), concurrency: createProblemRoom(models.map(({ readLoad }) => readLoad)) })) {
      found.push(...candidates.flatMap(({ verification }) => verification.steps.map(({ judgment }) => (judgment.status === 'scored' ? judgment.probability : null))));
    }
  } finally {
    await verifier.close();
  }
  return found;
}

/** The share of steps that two modes put on the same side, and the mean distance of their probabilities. */
function compare([first, ours]: [string, (number | null)[]], [second, theirs]: [string, (number | null)[]]): Figure {
  const both = ours.flatMap((a, at) => {
    const b = theirs[at] ?? null;
    return a === null || b === null ? [] : [{ isSame: a > 0.5 === b > 0.5, distance: Math.abs(a - b) }];
  });
  const what = `agreement of ${first} and ${second}`;
  const n = `${both.length} of ${ours.length} steps`;
  if (both.length === 0) return { what, n, result: 'no step was scored in both', reach: '', isReached: null };
  const same = both.filter(({ isSame }) => isSame).length / both.length;
  const distance = both.reduce((sum, one) => sum + one.distance, 0) / both.length;
  return { what, n, result: `${(100 * same).toFixed(1)} % on the same side, mean distance ${distance.toFixed(3)}`, reach: '', isReached: null };
}

if (model === undefined) reportFigures([{ what: 'agreement of the judge modes', n: '0', result: 'not measured: no real model (PRM_BENCH_MODEL)', reach: '', isReached: null }]);
else {
  const judged: [string, (number | null)[]][] = [];
  for (const mode of modes) judged.push([mode, await judgeSamples(model, mode)]);
  reportFigures(judged.flatMap((one, at) => judged.slice(at + 1).map((other) => compare(one, other))));
}
