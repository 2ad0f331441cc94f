import path from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLE_SEED, buildSamples } from './build-samples.js';
import { writeImages, writeProblems } from './write-samples.js';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path.join('data', 'samples') },
    seed: { type: 'string', default: String(SAMPLE_SEED) },
  },
});
const samples = buildSamples(Number(values.seed));
await writeProblems(samples, values.out);
await writeImages(samples, values.out);
console.error(`${samples.length} problems, ${samples.flatMap(({ drawings }) => drawings).length} images written to ${values.out}`);
