import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** One measured figure beside what it should reach. */
export interface Figure {
  what: string;
  /** What was counted, e.g. `200 problems`. */
  n: string;
  result: string;
  /** What it should reach, in words; empty for a figure that is only told. */
  reach: string;
  /** Null: only told, or not measured. */
  isReached: boolean | null;
}

/** Prints the figures of a bench as a table, hands them to `run-benches` for the table at the end, and fails the process for what is not reached. */
export function reportFigures(figures: readonly Figure[]): void {
  const command = `npm run bench -- ${path.relative(path.resolve(import.meta.dirname, '..'), process.argv[1] ?? '').replace(/\.js$/, '')}`;
  const rows = figures.map(({ what, n, result, reach, isReached }) => ({ what, n, result, reach, verdict: isReached === null ? '-' : isReached ? 'pass' : 'FAIL' }));
  console.table(rows);
  const collected = process.env['PRM_BENCH_FIGURES'];
  if (collected) appendFileSync(collected, rows.map((row) => `${JSON.stringify({ command, ...row })}\n`).join(''));
  if (figures.some(({ isReached }) => isReached === false)) process.exitCode = 1;
}
