// Premise pairs from the published seed, drawn in memory, with the built-in verifier: pairs ordered rightly and false alarms on printed
// values, and what it cannot see. `--count N` and `--seed N` change the pairs; `--list` prints every pair of printed values not ordered.
import { parseArgs } from 'node:util';
import { PAIR_SEED, buildPairs } from '../../scripts/make-premise-pairs/build-pairs.js';
import type { PremisePair } from '../../src/experiments/premise-pairs/premise-pair.js';
import { measurePairs } from '../../src/experiments/premise-pairs/measure-pairs.js';
import type { ImageSource } from '../../src/images/image-source.js';
import { createMemoryImage } from '../../src/images/memory-image.js';
import { renderSvg } from '../../src/images/render-svg.js';
import { reportPremisePairs, type MeanInterval, type MeasuredPair, type PairGroup } from '../../src/metrics/index.js';
import { orderPair } from '../../src/metrics/premise-pairs/order-pair.js';
import { createPaint } from '../../src/report/paint.js';
import { formatPremisePairs } from '../../src/report/premise-pairs/format-premise-pairs.js';
import { createBuiltinVerifier } from '../../src/verifiers/builtin/create-builtin-verifier.js';
import { reportFigures } from '../shared/figure.js';

const { values: flags } = parseArgs({ options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: String(PAIR_SEED) }, list: { type: 'boolean', default: false } } });
const images = new Map<string, ImageSource>();

async function* drawPairs(): AsyncGenerator<PremisePair> {
  for (const { pair, drawings } of buildPairs(Number(flags.seed), Number(flags.count))) {
    for (const [at, { image }] of pair.versions.entries()) images.set(image, createMemoryImage(await renderSvg(drawings[at]?.svg ?? ''), image));
    yield pair;
  }
}

const verifier = createBuiltinVerifier({ workers: 2, threads: 1 });
const measured: MeasuredPair[] = [];
for await (const pair of measurePairs(drawPairs(), { verifier, openImage: (ref) => images.get(ref) as ImageSource, concurrency: 3 })) {
  measured.push(pair);
  for (const version of 'ab') images.delete(`images/${pair.id}-${version}.png`);
  if (flags.list && pair.factKind === 'printed-value' && orderPair(pair, 'gated').outcome !== 'ordered') console.log(pair.id, pair.level, JSON.stringify(pair.difficulty), orderPair(pair, 'gated').outcome);
}
await verifier.close();

const report = reportPremisePairs(measured);
console.log(formatPremisePairs(report, { width: 120, paint: createPaint(false) }));
const byFact = report.groups.find(({ by }) => by === 'fact')?.groups ?? [];
const printed = byFact.find(({ name }) => name === 'printed-value') as PairGroup;
/** Cut, and never rounded up (down for what should be small). */
const tell = ({ mean, low, high }: MeanInterval, round: (value: number) => number): string => `${(round(10_000 * (mean ?? 0)) / 100).toFixed(2)} % [${(100 * (low ?? 0)).toFixed(2)}, ${(100 * (high ?? 1)).toFixed(2)}]`;
const drawn = byFact.filter(({ name }) => !name.startsWith('printed') && name !== 'axis-end');
reportFigures([
  { what: 'printed values: pairs ordered, all four comparisons', n: `${printed.pairs} pairs`, result: tell(printed.gated.ordered, Math.floor), reach: '>= 95 %', isReached: (printed.gated.ordered.mean ?? 0) >= 0.95 },
  { what: 'printed values: true premises contradicted', n: `${printed.falseAlarms.n} premises`, result: tell(printed.falseAlarms, Math.ceil), reach: '<= 1 %', isReached: (printed.falseAlarms.mean ?? 1) <= 0.01 },
  { what: 'printed values: pairs ordered with the gate off', n: `${printed.pairs} pairs`, result: tell(printed.raw.ordered, Math.floor), reach: '', isReached: null },
  { what: 'kinds beyond sight called not observable', n: drawn.map(({ name }) => name).join(', '), result: drawn.filter(({ isNotObservable }) => isNotObservable).map(({ name }) => name).join(', '), reach: 'all', isReached: drawn.every(({ isNotObservable }) => isNotObservable) },
]);
