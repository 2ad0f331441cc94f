import type { DatasetReport } from '../datasets/index.js';

/** How many lines of each kind are printed; the rest is counted. */
const SHOWN = 10;

/** Lists what a person should know about a file that was read: skipped lines always, warnings unless quiet. */
export function reportReading(report: DatasetReport, { quiet, file }: { quiet: boolean; file: string }): void {
  list(report.skipped.map(({ line, reason }) => `skipped ${file}:${line}: ${reason}`), 'skipped lines');
  if (!quiet) list(report.warnings.map(({ line, message }) => `warning: ${file}${line === null ? '' : `:${line}`}: ${message}`), 'warnings');
}

function list(lines: readonly string[], what: string): void {
  for (const line of lines.slice(0, SHOWN)) process.stderr.write(`prm: ${line}\n`);
  if (lines.length > SHOWN) process.stderr.write(`prm: … and ${lines.length - SHOWN} more ${what}\n`);
}
