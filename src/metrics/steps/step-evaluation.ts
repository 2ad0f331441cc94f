import type { StepAnchor } from '../published/step-anchors.js';
import type { StepReport } from './report-steps.js';

/** What was left out while steps were gathered, or should be known of what went in. */
export interface CollectionNotes {
  problems: number;
  /** Solutions left out. */
  withoutLabels: number;
  withoutSteps: number;
  /** Problems whose images could not be described: their premises are not audited. */
  undescribed: number;
  /** Problems whose question cites `<imageN>` beyond the images there are. */
  citingMissingImages: number;
  /** Problems of a source that the benchmark does not have, by name: they count in the whole and in a row of their own. */
  unknownSources: Record<string, number>;
  verifiers: string[];
  gates: string[];
}

/** Figures on a benchmark, with all that a reader needs to judge them. */
export interface StepEvaluation {
  benchmark: { name: string; anchors: readonly StepAnchor[] };
  /** How the thresholds came about, in words. */
  thresholds: string;
  notes: CollectionNotes;
  report: StepReport;
}
