import { readScored, writeLines, type DatasetReport } from '../datasets/index.js';
import { AbortedError } from '../errors/index.js';
import type { ScoringOptions } from '../schema/index.js';
import { checkOutput } from './file-run/check-output.js';
import { rerankProblem } from './rerank-problem.js';

export interface RerankFileOptions {
  file: string;
  output: string;
  scoring: ScoringOptions;
  onBadLine?: 'fail' | 'skip' | undefined;
  limit?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface RerankedFile {
  problems: number;
  /** Problems where another candidate is chosen than before, where nothing can be chosen, and where the choice is a tie. */
  changed: number;
  withoutChoice: number;
  tied: number;
  report: DatasetReport;
}

/** Writes a scored file again with candidates in order, best first. The output appears only when it is whole. @throws DatasetError, UsageError, AbortedError. */
export async function rerankFile({ file, output, scoring, signal, ...reading }: RerankFileOptions): Promise<RerankedFile> {
  checkOutput(file, output);
  const { records, report } = await readScored(file, reading);
  const counts = { problems: 0, changed: 0, withoutChoice: 0, tied: 0 };
  const lines = async function* (): AsyncGenerator<string> {
    for await (const before of records) {
      if (signal?.aborted) throw new AbortedError('Nothing was written.');
      const ranked = rerankProblem(before, scoring);
      const { chosen, tiedWith } = ranked.selection.gated;
      counts.problems += 1;
      if (chosen !== before.selection.gated.chosen) counts.changed += 1;
      if (chosen === null) counts.withoutChoice += 1;
      if (tiedWith.length > 0) counts.tied += 1;
      yield JSON.stringify(ranked);
    }
  };
  await writeLines(output, lines());
  return { ...counts, report };
}
