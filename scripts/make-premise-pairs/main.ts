import path from 'node:path';
import { parseArgs } from 'node:util';
import { PAIR_SEED, buildPairs } from './build-pairs.js';
import { writePairs } from './write-pairs.js';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path.join('data', 'premise-pairs') },
    seed: { type: 'string', default: String(PAIR_SEED) },
    count: { type: 'string', default: '64' },
  },
});
const written = await writePairs(buildPairs(Number(values.seed), Number(values.count)), values.out);
console.error(`${written} pairs written to ${values.out}`);
