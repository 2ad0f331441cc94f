import { sumClusters } from '../cluster-sums.js';
import { intervalOfSums, type MeanInterval } from '../clustered-interval.js';
import { minimumDetectable } from '../minimum-detectable.js';
import type { BestOfNTable } from './best-of-n-table.js';
import { columns, type SubsetSize } from './columns.js';
import { subtract } from './sample.js';
import type { Gain } from './summarize-sample.js';

/** Two evaluations of the same candidates. */
export interface TableComparison {
  /** Problems in both, with the same candidates. */
  paired: number;
  /** Problems that only one has, and problems whose candidates differ in number, index or correctness: not compared. */
  onlyFirst: number;
  onlySecond: number;
  differing: number;
  first: MeanInterval;
  second: MeanInterval;
  /** Best-of-N of the first minus that of the second, each under its own gate and aggregation. */
  difference: Gain;
}

/** Compares Best-of-N of two evaluations, paired by problem. */
export function compareTables(a: BestOfNTable, b: BestOfNTable, k: SubsetSize, level: number): TableComparison {
  const rowsOfB = new Map(b.problems.map(({ id }, row) => [id, row]));
  const pairs: [number, number][] = [];
  let [onlyFirst, differing] = [0, 0];
  for (const [row, { id, fingerprint }] of a.problems.entries()) {
    const other = rowsOfB.get(id);
    rowsOfB.delete(id);
    if (other === undefined) onlyFirst += 1;
    else if (b.problems[other]?.fingerprint !== fingerprint) differing += 1;
    else pairs.push([row, other]);
  }
  const [first, second] = [a, b].map((table, place) => chosenColumn(table, pairs.map((pair) => pair[place] as number), k)) as [Float64Array, Float64Array];
  const { clusters } = a.sample(pairs.map(([row]) => row));
  const interval = (values: Float64Array): MeanInterval => intervalOfSums(sumClusters(values, clusters), level);
  const difference = interval(subtract(first, second));
  return {
    paired: pairs.length, onlyFirst, onlySecond: rowsOfB.size, differing,
    first: interval(first), second: interval(second), difference: { ...difference, minimumDetectable: minimumDetectable(difference, { level }) },
  };
}

function chosenColumn(table: BestOfNTable, rows: readonly number[], k: SubsetSize): Float64Array {
  const options = table.scoring[0];
  return options === undefined ? new Float64Array(rows.length).fill(NaN) : table.sample(rows).column(columns.bestOfN(options.gate, options.aggregate, k));
}
