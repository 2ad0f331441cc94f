import path from 'node:path';
import { readDataset, writeLines, type DatasetReport, type ReadDatasetOptions } from '../datasets/index.js';
import { UsageError } from '../errors/index.js';
import { resolveImage } from '../images/resolve-image.js';
import type { PremisesMode } from '../pipeline/premises.js';
import { hashFile, openRun, type Run, type SessionModel } from '../runs/index.js';
import type { ResolvedScoringOptions, ScoredProblem } from '../schema/index.js';
import type { PriceList } from '../models/prices.js';
import type { ModelInUse } from '../verifiers/connect-job-models.js';
import type { Verifier } from '../verifiers/verifier.js';
import { packageVersions } from './package-versions.js';
import { createProblemRoom } from './problem-room.js';
import { runScoringStore } from './run-scoring-store.js';
import { scoreCandidates } from './score-candidates.js';
import { sumUpModels } from './sum-up-models.js';

export interface ScoreFileOptions {
  file: string;
  reading: ReadDatasetOptions;
  /** Image root; default: the folder of the file. */
  imagesRoot?: string | undefined;
  output: string;
  /** Run folder; default: the output with `.run` behind it. */
  runFolder?: string | undefined;
  fresh?: boolean;
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
  /** Options as the user gave them, for the manifest. */
  optionsGiven: Record<string, unknown>;
  signal?: AbortSignal | undefined;
  /** Told of each problem when it is finished, in input order. */
  onProblem?: (scored: ScoredProblem) => void;
}

export interface ScoredFile {
  format: string;
  formatReason: string;
  report: DatasetReport;
  runFolder: string;
  isResumed: boolean;
  /** Models that were asked, with usage and cost; and what the verifier learnt while it ran. */
  models: SessionModel[];
  notes: readonly string[];
}

/**
 * Scores a file of candidates into another file. Finished work is kept in the run folder, so that the same call resumes;
 * the output appears only when it is whole, in input order.
 * @throws DatasetError, RunStoreError, UsageError, AbortedError: each one clear line. What was finished before stays in the run.
 */
export async function scoreFile(options: ScoreFileOptions): Promise<ScoredFile> {
  const { file, output, verifier, scoring, premises, signal, models = [], prices, runFolder = `${output}.run` } = options;
  if (file === '-') throw new UsageError('Expected a file to score, got standard input, which a resumed run could not read again. Save it first.');
  if (path.resolve(file) === path.resolve(output)) throw new UsageError(`Expected --output to differ from the input, but both are ${file}. Choose another name.`);
  const root = options.imagesRoot ?? path.dirname(file);
  const dataset = await readDataset(file, options.reading);
  const run = await openScoringRun(runFolder, { ...options, root, format: dataset.format });
  const start = performance.now();
  const concurrency = options.concurrency ?? (models.length === 0 ? undefined : createProblemRoom(models.map(({ readLoad }) => readLoad)));
  try {
    const scored = scoreCandidates(dataset.records, {
      verifier, scoring, premises, signal, ...(concurrency === undefined ? {} : { concurrency }),
      openImage: (ref) => resolveImage(ref, { root }),
      store: runScoringStore(run),
    });
    await writeLines(output, toLines(scored, options.onProblem));
  } finally {
    run.noteTiming('score', Math.round(performance.now() - start));
    run.noteModels({ models: sumUpModels(models, prices), notes: [...verifier.readNotes?.() ?? []] });
    await run.close();
  }
  const learnt = { models: sumUpModels(models, prices), notes: verifier.readNotes?.() ?? [] };
  return { format: dataset.format, formatReason: dataset.formatReason, report: dataset.report, runFolder, isResumed: run.isResumed, ...learnt };
}

/** Opens the run with what decides its results; limits and ids only choose among them, so that a run can be widened. */
async function openScoringRun(folder: string, options: ScoreFileOptions & { root: string; format: string }): Promise<Run> {
  const { file, root, format, verifier, scoring, premises, reading, optionsGiven, fresh = false } = options;
  return openRun(folder, {
    settings: {
      verifier: verifier.id,
      options: { format, images: path.resolve(root), premises, scoring, ...(reading.runs === undefined ? {} : { runs: reading.runs }) },
      promptHashes: options.promptHashes ?? {},
      dataHash: await hashFile(file),
      seed: options.seed ?? null,
    },
    optionsGiven,
    packages: packageVersions(options.models),
  }, { fresh });
}

async function* toLines(scored: AsyncIterable<ScoredProblem>, onProblem: ScoreFileOptions['onProblem']): AsyncGenerator<string> {
  for await (const problem of scored) {
    onProblem?.(problem);
    yield JSON.stringify(problem);
  }
}
