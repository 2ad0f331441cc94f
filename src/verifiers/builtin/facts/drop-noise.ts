import type { Row } from './cut-rows.js';

/** A column filled in fewer rows than this share may be noise. */
const SELDOM = 0.5;

/** Leaves out columns of stray single marks: bits of a border that were read as ")" or "D". */
export function dropNoise(rows: readonly Row[]): Row[] {
  const columns = rows[0]?.length ?? 0;
  const kept = Array.from({ length: columns }, (_, column) => column).filter((column) => {
    const cells = rows.flatMap((row) => row[column] ?? []);
    return cells.length >= SELDOM * rows.length || cells.some((cell) => cell.text.length > 1 || /\d/.test(cell.text));
  });
  return rows.map((row) => kept.map((column) => row[column] ?? null)).filter((row) => row.some((cell) => cell !== null));
}
