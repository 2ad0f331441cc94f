/** Solves A·x = b for a symmetric positive definite A, by Cholesky's decomposition. The inputs stay as they are. */
export function solveSymmetric(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const size = b.length;
  const lower = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const at = (row: number, column: number): number => lower[row]?.[column] as number;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = a[row]?.[column] as number;
      for (let k = 0; k < column; k += 1) rest -= at(row, k) * at(column, k);
      (lower[row] as number[])[column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  const x = [...b];
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row] = (x[row] as number) - at(row, k) * (x[k] as number);
    x[row] = (x[row] as number) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) x[row] = (x[row] as number) - at(k, row) * (x[k] as number);
    x[row] = (x[row] as number) / at(row, row);
  }
  return x;
}
