import { readDataset, readScored, writeLines, type DatasetReport, type ReadDatasetOptions } from '../../datasets/index.js';
import { DatasetError } from '../../errors/index.js';
import type { ProblemRecord, ScoredProblem } from '../../schema/index.js';
import { mapInOrder } from '../../util/map-in-order.js';
import { stopTogether } from '../../util/stop-together.js';
import type { FileRunOptions } from '../file-run/file-run-options.js';
import type { FileRunResult } from '../file-run/file-run-result.js';
import { openFileRun } from '../file-run/open-file-run.js';
import { placeFiles } from '../file-run/place-files.js';
import { workInRun } from '../file-run/work-in-run.js';
import { createProblemRoom } from '../problem-room.js';
import { sumUpModels } from '../sum-up-models.js';
import { labelProblem, type LabelCounts } from './label-problem.js';
import { runLabelStore } from './label-store.js';
import type { LabellerSetup } from './set-up-labeller.js';

export interface LabelFileOptions extends FileRunOptions {
  setup: LabellerSetup;
  /** Problems in flight at once, from 1 up. Default: as many as the model has room for. */
  concurrency?: number | undefined;
  onProblem?: () => void;
}

export interface LabelledFile extends FileRunResult {
  counts: LabelCounts;
  /** The first reasons why steps have no kind. */
  reasons: string[];
}

type Labelled = ProblemRecord | ScoredProblem;

/** How many reasons are kept for a person; all are in the run's failures. */
const KEPT_REASONS = 10;

/**
 * Writes a file of labelled solutions with the kind of error of each wrong step in `metadata.stepCategories`; a scored file stays
 * scored. What is found is kept in the run folder, so that the same call resumes; the output appears only when it is whole.
 * @throws DatasetError (also for a file without wrong steps), RunStoreError, UsageError, BackendError, AbortedError
 */
export async function labelFile(options: LabelFileOptions): Promise<LabelledFile> {
  const { file, output, setup, signal, onProblem } = options;
  const { runFolder, images, openImage } = placeFiles(options, 'a file of labelled solutions');
  const { records, ...dataset } = await openRecords(file, options.reading);
  const { labeller, promptHashes, models } = setup;
  const run = await openFileRun(runFolder, { verifier: 'none', options: { images, labeller: labeller.model.id }, promptHashes, seed: labeller.seed }, { ...options, models });
  const counts: LabelCounts = { wrong: 0, kept: 0, labelled: 0, unlabelled: 0, byCategory: {} };
  const reasons: string[] = [];
  const lines = async function* (): AsyncGenerator<string> {
    const work = stopTogether(signal);
    try {
      const problemOptions = { labeller, openImage, store: runLabelStore(run), signal: work.signal };
      const room = options.concurrency ?? createProblemRoom(models.map(({ readLoad }) => readLoad));
      for await (const { record, done } of mapInOrder(records, room, (one: Labelled) => work.run(async () => ({ record: one, done: await labelProblem<Labelled['candidates'][number]>(one, problemOptions) })))) {
        addCounts(counts, done.counts);
        reasons.push(...done.failures.slice(0, KEPT_REASONS - reasons.length).map(({ candidate, reason }) => `${record.problem.id}, candidate ${candidate}: ${reason}`));
        onProblem?.();
        yield JSON.stringify({ ...record, candidates: done.candidates });
      }
      if (counts.wrong === 0) throw new DatasetError('expected steps that are labelled wrong (-1 in `stepLabels`), got none; there is nothing to name', { file, line: null });
    } catch (error) {
      throw work.reason(error);
    } finally {
      work.end();
    }
  };
  await workInRun(run, { stage: 'label-errors', sumUp: () => ({ models: sumUpModels(models), notes: [] }) }, () => writeLines(output, lines()));
  return { ...dataset, runFolder, isResumed: run.isResumed, models: sumUpModels(models), counts, reasons };
}

/** A scored file is read whole, so that its scores go along. */
async function openRecords(file: string, reading: ReadDatasetOptions): Promise<{ records: AsyncIterable<Labelled>; format: string; formatReason: string; report: DatasetReport }> {
  const dataset = await readDataset(file, reading);
  if (dataset.format !== 'scored') return dataset;
  const { format: _format, runs: _runs, ...selection } = reading;
  return readScored(file, selection);
}

function addCounts(sum: LabelCounts, { byCategory, ...more }: LabelCounts): void {
  for (const name of ['wrong', 'kept', 'labelled', 'unlabelled'] as const) sum[name] += more[name];
  for (const [category, count] of Object.entries(byCategory)) sum.byCategory[category] = (sum.byCategory[category] ?? 0) + count;
}
