import type { DatasetReport } from '../../datasets/index.js';
import type { SessionModel } from '../../runs/index.js';

/** What is known of every file that a job wrote: how its input was read, and the run behind it. */
export interface FileRunResult {
  format: string;
  formatReason: string;
  report: DatasetReport;
  runFolder: string;
  isResumed: boolean;
  /** Models that were asked, with usage and cost. */
  models: SessionModel[];
}
