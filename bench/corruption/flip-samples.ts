// FLIP corruption of the descriptions of the samples, with the built-in verifier: what used facts, unused facts and placebos do to
// macro-F1, and what of it the gate carries. `--repeats N`, `--mode drop`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readDataset } from '../../src/datasets/index.js';
import { runCorruption } from '../../src/experiments/corrupt/run-corruption.js';
import { resolveImage } from '../../src/images/resolve-image.js';
import type { DoseContrast, DoseCurve } from '../../src/metrics/index.js';
import { formatCorruption } from '../../src/report/corruption/format-corruption.js';
import { createPaint } from '../../src/report/paint.js';
import { createBuiltinVerifier } from '../../src/verifiers/builtin/create-builtin-verifier.js';
import { reportFigures } from '../shared/figure.js';

const { values: flags } = parseArgs({ options: { repeats: { type: 'string', default: '5' }, mode: { type: 'string', default: 'flip' } } });
const root = path.resolve('data', 'samples');
const verifier = createBuiltinVerifier();
const { records } = await readDataset(path.join(root, 'problems.jsonl'));
const report = await runCorruption(records, { verifier, openImage: (ref) => resolveImage(ref, { root }), mode: flags.mode === 'drop' ? 'drop' : 'flip', repeats: Number(flags.repeats) });
await verifier.close();

console.log(formatCorruption(report, { paint: createPaint(false) }));
const { curves, contrasts } = report.measures.find(({ name }) => name === 'macro-F1') ?? { curves: [], contrasts: [] };
const curve = (name: string): DoseCurve => curves.find((one) => one.name === name) as DoseCurve;
const [used, unused, ungated] = [curve('used, gate on'), curve('unused, gate on'), curve('used, gate off')];
const carried = contrasts.find(({ second }) => second === 'used, gate off') as DoseContrast;
const tell = ({ slope, p }: DoseCurve): string => `slope ${slope.value?.toFixed(4)} [${slope.low?.toFixed(4)}, ${slope.high?.toFixed(4)}], p ${p}`;
const n = `${report.problems} problems, ${report.candidates} candidates, ${report.repeats} corruptions`;
reportFigures([
  { what: 'macro-F1 falls as used facts are corrupted', n, result: tell(used), reach: 'slope < 0, p < .01', isReached: (used.slope.value ?? 0) < 0 && (used.p ?? 1) < 0.01 },
  { what: 'and does not as unused facts are', n, result: tell(unused), reach: 'no trend: p >= .01', isReached: (unused.p ?? 0) >= 0.01 },
  { what: 'with the gate off nothing falls', n, result: tell(ungated), reach: 'no trend: p >= .01', isReached: (ungated.p ?? 0) >= 0.01 },
  { what: 'the gate carries the difference of slopes', n, result: `${carried.slope.value?.toFixed(4)} [${carried.slope.low?.toFixed(4)}, ${carried.slope.high?.toFixed(4)}]`, reach: 'interval below 0', isReached: (carried.slope.high ?? 0) < 0 },
]);
