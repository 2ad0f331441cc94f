/** Puts rows of cells in columns `gap` spaces apart; the first column is flush left, the others right. No line ends in spaces. */
export function layOutRows(rows: readonly (readonly string[])[], { indent = '  ', gap = 2 } = {}): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  return rows.map((row) => (indent + row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' '.repeat(gap))).trimEnd());
}
