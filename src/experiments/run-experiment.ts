import path from 'node:path';
import type { DatasetReport } from '../datasets/index.js';
import type { FileRunOptions } from '../jobs/file-run/file-run-options.js';
import { workInRun } from '../jobs/file-run/work-in-run.js';
import { sumUpModels } from '../jobs/sum-up-models.js';
import { openLmdbStore } from '../models/cache/open-lmdb-store.js';
import { replaceFile, type Run } from '../runs/index.js';
import type { ModelInUse } from '../verifiers/connect-job-models.js';
import { createRequestLedger, type RequestLedger } from './request-ledger.js';

/** What is known of an experiment on a file when it is done. */
export interface ExperimentResult<Report> {
  report: Report;
  reading: DatasetReport;
  runFolder: string;
  isResumed: boolean;
}

export interface Experiment {
  /** What the time is noted under. */
  stage: string;
  /** Closed when the experiment ends, whichever way. */
  run: Run;
  models: readonly ModelInUse[];
}

/**
 * Measures with a ledger whose answers stay in the run folder, so that a resumed experiment sends no request again, and writes the report as JSON once it
 * is whole.
 */
export async function runExperiment<Report extends object>(
  { file, output, fresh = false }: Pick<FileRunOptions, 'file' | 'output' | 'fresh'>,
  { stage, run, models }: Experiment,
  measure: (ledger: RequestLedger) => Promise<Report>,
): Promise<Report> {
  return workInRun(run, { stage, sumUp: () => ({ models: sumUpModels(models), notes: [] }) }, async () => {
    const answers = await openLmdbStore(path.join(run.folder, 'answers'));
    try {
      if (fresh) await answers.clear();
      const report = await measure(createRequestLedger(answers));
      replaceFile(output, `${JSON.stringify({ file, ...report })}\n`);
      return report;
    } finally {
      await answers.close();
    }
  });
}
