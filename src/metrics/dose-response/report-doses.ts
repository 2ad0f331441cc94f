import { UsageError } from '../../errors/index.js';
import { seededRandom } from '../seeded-random.js';
import { areaOf, slopeOf } from './curve-figures.js';
import { traceCurve, type DoseTable, type MeasureCounts } from './dose-table.js';
import { testTrend } from './test-trend.js';

/** A figure with its percentile interval; null for what could not be told. */
export interface BandedValue {
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface DoseCurve {
  name: string;
  points: (BandedValue & { dose: number })[];
  /** Change of the measure from the untreated to a dose of 1, by the least-squares line. */
  slope: BandedValue;
  /** Mean change from the untreated value over the range of doses. */
  area: BandedValue;
  /** Within-item permutation test of the slope, two-sided. */
  p: number | null;
}

/** How much more of an effect one curve has than another: differences of slopes and of areas, on the same resamples. */
export interface DoseContrast {
  first: string;
  second: string;
  slope: BandedValue;
  area: BandedValue;
}

export interface DoseReportOptions {
  measure: MeasureCounts;
  /** Cluster of each item: question and images. */
  clusters: readonly string[];
  /** Pairs of names of curves to hold against each other. */
  contrasts: readonly (readonly [string, string])[];
  level?: number;
  replicates?: number;
  permutations?: number;
  seed?: number;
}

/** The curves of several tables over the same items, with bands from one bootstrap over clusters, trend tests and contrasts. */
export function reportDoses(tables: ReadonlyMap<string, DoseTable>, options: DoseReportOptions): { curves: DoseCurve[]; contrasts: DoseContrast[] } {
  const { measure, clusters, level = 0.95, replicates = 2000, permutations = 1999, seed = 0 } = options;
  for (const [name, { counts }] of tables) if (counts.length !== clusters.length) throw new UsageError(`Expected ${clusters.length} items in the table ${name}, got ${counts.length}.`);
  const weights = drawWeights(clusters, replicates, seed);
  const traced = new Map([...tables].map(([name, table]) => [name, [traceCurve(table, measure), ...weights.map((weight) => traceCurve(table, measure, weight))]]));
  const band = (values: readonly (number | null)[]): BandedValue => bandOf(values, level);
  const figures = (name: string, figure: typeof slopeOf): (number | null)[] => {
    const { doses } = tables.get(name) ?? { doses: [] };
    return (traced.get(name) ?? []).map((values) => figure(doses, values));
  };
  const subtract = (first: string, second: string, figure: typeof slopeOf): BandedValue => {
    const other = figures(second, figure);
    return band(figures(first, figure).map((value, at) => (value === null || other[at] == null ? null : value - other[at])));
  };
  return {
    curves: [...tables].map(([name, table]) => ({
      name,
      points: table.doses.map((dose, at) => ({ dose, ...band((traced.get(name) ?? []).map((values) => values[at] ?? null)) })),
      slope: band(figures(name, slopeOf)), area: band(figures(name, areaOf)),
      p: testTrend(table, measure, { permutations, seed }),
    })),
    contrasts: options.contrasts.map(([first, second]) => ({ first, second, slope: subtract(first, second, slopeOf), area: subtract(first, second, areaOf) })),
  };
}

/** How often each item is taken in each resample: whole clusters are drawn with replacement. */
function drawWeights(clusters: readonly string[], replicates: number, seed: number): Float64Array[] {
  const ids = new Map([...new Set(clusters)].map((cluster, id) => [cluster, id]));
  const own = clusters.map((cluster) => ids.get(cluster) ?? 0);
  const random = seededRandom(seed);
  if (ids.size < 2) return [];
  return Array.from({ length: replicates }, () => {
    const drawn = new Float64Array(ids.size);
    for (let count = 0; count < ids.size; count += 1) {
      const cluster = Math.floor(random() * ids.size);
      drawn[cluster] = (drawn[cluster] as number) + 1;
    }
    return Float64Array.from(own, (cluster) => drawn[cluster] as number);
  });
}

/** The first value, and the percentiles of the others; resamples in which the measure says nothing are left out. */
function bandOf([value = null, ...resampled]: readonly (number | null)[], level: number): BandedValue {
  const told = Float64Array.from(resampled.filter((other) => other !== null)).sort();
  if (value === null || told.length === 0) return { value, low: null, high: null };
  const quantile = (share: number): number => told[Math.round(share * (told.length - 1))] as number;
  return { value, low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}
