import type { DatasetReport } from './dataset-report.js';
import type { DecodedRecord } from './decode-records.js';

export interface Selection {
  limit: number;
  ids: readonly string[] | undefined;
  labelledOnly: boolean;
  report: DatasetReport;
}

/** Passes on the records asked for, counts them, and stops reading when nothing more can come. */
export async function* selectRecords(records: AsyncIterable<DecodedRecord>, { limit, ids, labelledOnly, report }: Selection): AsyncGenerator<DecodedRecord> {
  const wanted = ids && new Set(ids);
  for await (const decoded of records) {
    if (wanted && !wanted.delete(decoded.record.problem.id)) continue;
    report.read++;
    yield labelledOnly ? keepLabelled(decoded) : decoded;
    if (report.read >= limit || wanted?.size === 0) break;
  }
  if (wanted && report.read < limit) {
    for (const id of wanted) report.warnings.push({ line: null, message: `no problem has the id ${JSON.stringify(id)}` });
  }
}

function keepLabelled({ record, raw }: DecodedRecord): DecodedRecord {
  return { record: { ...record, candidates: record.candidates.filter(({ stepLabels }) => stepLabels !== undefined) }, raw };
}
