import type { ColumnName } from './columns.js';
import type { ValueTable } from './value-table.js';

/** Rows that are summed up together: all, those of one source, or the units of a benchmark's own rule. */
export interface Sample {
  size: number;
  /** The cluster of each row: small integers. */
  clusters: Int32Array;
  /** The values of a column, NaN where it was not measured. */
  column(name: ColumnName): Float64Array;
}

/** The chosen rows of a table. */
export function takeSample(table: ValueTable, rows: readonly number[], clusterOf: readonly number[]): Sample {
  const ids = new Map<number, number>();
  const clusters = Int32Array.from(rows, (row) => {
    const cluster = clusterOf[row] as number;
    const id = ids.get(cluster) ?? ids.size;
    ids.set(cluster, id);
    return id;
  });
  return {
    size: rows.length,
    clusters,
    column: ([family, member]) => {
      const column = table.column(family, member);
      return Float64Array.from(rows, (row) => column.get(row));
    },
  };
}

/** a - b, row by row: NaN where either was not measured. */
export function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, row) => value - (b[row] as number));
}
