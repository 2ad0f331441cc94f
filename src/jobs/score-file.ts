import { readDataset, writeLines } from '../datasets/index.js';
import type { PremisesMode } from '../pipeline/premises.js';
import type { Run } from '../runs/index.js';
import type { ResolvedScoringOptions, ScoredProblem } from '../schema/index.js';
import type { PriceList } from '../models/prices.js';
import type { ModelInUse } from '../verifiers/connect-job-models.js';
import type { Verifier } from '../verifiers/verifier.js';
import type { FileRunOptions } from './file-run/file-run-options.js';
import type { FileRunResult } from './file-run/file-run-result.js';
import { openFileRun } from './file-run/open-file-run.js';
import { placeFiles } from './file-run/place-files.js';
import { workInRun } from './file-run/work-in-run.js';
import { createProblemRoom } from './problem-room.js';
import { runScoringStore } from './run-scoring-store.js';
import { scoreCandidates } from './score-candidates.js';
import { sumUpModels } from './sum-up-models.js';

export interface ScoreFileOptions extends FileRunOptions {
  verifier: Verifier;
  /** What the manifest says beside the verifier's id (see VerifierSetup). */
  promptHashes?: Record<string, string> | undefined;
  seed?: number | null | undefined;
  models?: readonly ModelInUse[] | undefined;
  prices?: PriceList | undefined;
  scoring: ResolvedScoringOptions;
  premises: PremisesMode;
  /** Problems in flight at once, from 1 up. Default: as many as the models have room for; without models, as scoreCandidates. */
  concurrency?: number | undefined;
  /** Told of each problem when it is finished, in input order. */
  onProblem?: (scored: ScoredProblem) => void;
}

export interface ScoredFile extends FileRunResult {
  /** What the verifier learnt while it ran. */
  notes: readonly string[];
}

/**
 * Scores a file of candidates into another file. Finished work is kept in the run folder, so that the same call resumes;
 * the output appears only when it is whole, in input order.
 * @throws DatasetError, RunStoreError, UsageError, AbortedError: each one clear line. What was finished before stays in the run.
 */
export async function scoreFile(options: ScoreFileOptions): Promise<ScoredFile> {
  const { file, output, verifier, scoring, premises, signal, models = [], prices } = options;
  const { runFolder, images, openImage } = placeFiles(options, 'a file to score');
  const dataset = await readDataset(file, options.reading);
  const run = await openScoringRun(runFolder, { ...options, images, format: dataset.format });
  const concurrency = options.concurrency ?? (models.length === 0 ? undefined : createProblemRoom(models.map(({ readLoad }) => readLoad)));
  const sumUp = (): Pick<ScoredFile, 'models' | 'notes'> => ({ models: sumUpModels(models, prices), notes: verifier.readNotes?.() ?? [] });
  await workInRun(run, { stage: 'score', sumUp }, async () => {
    const scored = scoreCandidates(dataset.records, {
      verifier, scoring, premises, signal, openImage, ...(concurrency === undefined ? {} : { concurrency }),
      store: runScoringStore(run),
    });
    await writeLines(output, toLines(scored, options.onProblem));
  });
  return { format: dataset.format, formatReason: dataset.formatReason, report: dataset.report, runFolder, isResumed: run.isResumed, ...sumUp() };
}

async function openScoringRun(folder: string, options: ScoreFileOptions & { images: string; format: string }): Promise<Run> {
  const { images, format, verifier, scoring, premises, reading, promptHashes = {}, seed = null, models = [] } = options;
  return openFileRun(folder, {
    verifier: verifier.id,
    options: { format, images, premises, scoring, ...(reading.runs === undefined ? {} : { runs: reading.runs }) },
    promptHashes,
    seed,
  }, { ...options, models });
}

async function* toLines(scored: AsyncIterable<ScoredProblem>, onProblem: ScoreFileOptions['onProblem']): AsyncGenerator<string> {
  for await (const problem of scored) {
    onProblem?.(problem);
    yield JSON.stringify(problem);
  }
}
