import { BestOfNTable, CandidateTable, reportBestOfN } from '../../../../src/metrics/index.js';
import type { BestOfNResult } from '../../../../src/report/best-of-n/page/best-of-n-result.js';
import type { ScoreRecord } from '../../../../src/schema/index.js';

/** Evaluates records as the command does. */
export function buildResult(name: string, records: readonly ScoreRecord[], { prefix = '', compareWith }: { prefix?: string; compareWith?: BestOfNTable } = {}): BestOfNResult & { table: BestOfNTable } {
  const [table, candidates] = [new BestOfNTable(), new CandidateTable()];
  for (const record of records) {
    if (table.add(record)) candidates.add(record, table.scoring[0] as NonNullable<(typeof table.scoring)[0]>);
  }
  return { name, prefix, table, candidates, report: reportBestOfN(table, { by: 'datasource', compareWith }), run: null, skippedLines: 0 };
}
