import { seededRandom } from '../seeded-random.js';
import { slopeOf } from './curve-figures.js';
import { traceCurve, type DoseTable, type MeasureCounts } from './dose-table.js';

/** Slopes that differ by less than this differ by rounding. */
const ROUNDING = 1e-12;

/**
 * The chance, were the dose of no effect, of a slope at least as steep, up or down, as the one found: doses are permuted within each item,
 * which keeps how items differ. p = (1 + permutations as steep) / (1 + permutations); null where there is no slope.
 */
export function testTrend(table: DoseTable, measure: MeasureCounts, { permutations = 1999, seed = 0 } = {}): number | null {
  const found = slopeOf(table.doses, traceCurve(table, measure));
  if (found === null) return null;
  const random = seededRandom(seed);
  const size = table.doses.length;
  const orders = table.counts.map(() => Uint8Array.from({ length: size }, (_, dose) => dose));
  let asSteep = 0;
  for (let tried = 0; tried < permutations; tried += 1) {
    for (const order of orders) shuffle(order, random);
    const slope = slopeOf(table.doses, traceCurve(table, measure, undefined, (item, dose) => (orders[item] as Uint8Array)[dose] as number));
    if (slope !== null && Math.abs(slope) >= Math.abs(found) - ROUNDING) asSteep += 1;
  }
  return (1 + asSteep) / (1 + permutations);
}

function shuffle(order: Uint8Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}
