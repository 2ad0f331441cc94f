import type { BestOfNReport, CandidateTable } from '../../../metrics/index.js';
import type { RunManifest } from '../../../runs/index.js';

/** The figures of one scored file, with what is known of how it was made. */
export interface BestOfNResult {
  /** How the page calls it; unique among the results of a page. */
  name: string;
  /** Begins the names of its plots; empty where it is the only result. */
  prefix: string;
  report: BestOfNReport;
  candidates: CandidateTable;
  /** Null where no run folder was found. */
  run: RunManifest | null;
  /** Lines of the file that were left out. */
  skippedLines: number;
}
