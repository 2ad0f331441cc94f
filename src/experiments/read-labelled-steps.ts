import { readScored, type DatasetReport } from '../datasets/index.js';
import { DatasetError } from '../errors/index.js';
import { rerankProblem } from '../jobs/rerank-problem.js';
import type { ScoringOptions } from '../schema/index.js';
import type { StepBenchmark } from './step-benchmarks.js';
import { StepCollector } from './step-collector.js';

export interface ReadLabelledOptions {
  /** Scoring options other than those of the file. */
  scoring?: ScoringOptions;
  onBadLine?: 'fail' | 'skip' | undefined;
  limit?: number | undefined;
  ids?: readonly string[] | undefined;
  onProblem?: () => void;
}

/** Reads labelled steps from the output of `prm score`. @throws DatasetError, also where no step has a label; UsageError for the scoring. */
export async function readLabelledSteps(file: string, benchmark: StepBenchmark, { scoring = {}, onProblem, ...reading }: ReadLabelledOptions = {}): Promise<{ collected: StepCollector; report: DatasetReport }> {
  const { records, report } = await readScored(file, reading);
  const collected = new StepCollector(benchmark);
  const isAsStored = Object.keys(scoring).length === 0;
  for await (const scored of records) {
    collected.add(isAsStored ? scored : rerankProblem(scored, scoring));
    onProblem?.();
  }
  if (collected.steps.length === 0) throw new DatasetError('expected steps with labels (`stepLabels`), got none; score a file of labelled solutions', { file, line: null });
  return { collected, report };
}
