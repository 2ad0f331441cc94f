import { readDataset } from '../../datasets/index.js';
import { RunStoreError } from '../../errors/index.js';
import type { FileRunOptions } from '../../jobs/file-run/file-run-options.js';
import { openFileRun } from '../../jobs/file-run/open-file-run.js';
import { placeFiles } from '../../jobs/file-run/place-files.js';
import { createProblemRoom } from '../../jobs/problem-room.js';
import type { AblationReport } from '../../metrics/index.js';
import { readManifest, type Run } from '../../runs/index.js';
import type { VerifierFamily } from '../../verifiers/create-family.js';
import { runExperiment, type ExperimentResult } from '../run-experiment.js';
import { runAblationStore } from './ablation-store.js';
import { checkFamily } from './check-family.js';
import { findBenchmark } from './find-benchmark.js';
import { runAblation, type AblationOptions } from './run-ablation.js';
import type { Suite } from './suite.js';
import { toPromptedSettings } from './to-prompted-settings.js';

export interface AblateFileOptions extends FileRunOptions, Pick<AblationOptions, 'onUnscored' | 'folds' | 'splitSeed' | 'level' | 'onProblem'> {
  suite: Suite;
  /** The caller closes it. */
  family: VerifierFamily;
  /** Problems in flight at once, from 1 up. Default: as many as the models have room for; without models 2. */
  concurrency?: number | undefined;
}

export type AblatedFile = ExperimentResult<AblationReport>;

/**
 * Runs a suite on a file of labelled solutions. Finished units (a configuration and a problem) and all answers of models are kept in the run folder, so
 * that the same call resumes and no request is sent twice; the report appears only when it is whole.
 * @throws DatasetError, RunStoreError (also for a folder of another suite), UsageError, AbortedError: each one clear line.
 */
export async function ablateFile(options: AblateFileOptions): Promise<AblatedFile> {
  const { file, suite, family, onUnscored, folds, splitSeed, level, onProblem, signal } = options;
  const { runFolder, images, openImage } = placeFiles(options, 'a file of labelled solutions');
  checkFamily(suite, family);
  const dataset = await readDataset(file, options.reading);
  const run = await openAblationRun(runFolder, { ...options, images, format: dataset.format });
  const report = await runExperiment(options, { stage: 'ablate', run, models: family.models }, (ledger) => runAblation(dataset.records, {
    suite, family, onUnscored, folds, splitSeed, level, onProblem, signal, ledger, openImage,
    benchmark: findBenchmark(dataset.format),
    store: runAblationStore(run),
    concurrency: options.concurrency ?? (family.asksModels ? createProblemRoom(family.models.map(({ readLoad }) => readLoad)) : 2),
  }));
  return { report, reading: dataset.report, runFolder, isResumed: run.isResumed };
}

async function openAblationRun(folder: string, options: AblateFileOptions & { images: string; format: string }): Promise<Run> {
  const { images, format, suite, family } = options;
  if (!options.fresh) checkSuite(folder, suite);
  const promptHashes = Object.assign({}, ...suite.configurations.map(({ settings }) => family.hashPrompts(toPromptedSettings(settings)))) as Record<string, string>;
  return openFileRun(folder, {
    verifier: family.id,
    // Thresholds and baselines are chosen afterwards, from the same measurements.
    options: { experiment: 'ablate', suite: suite.name, configurations: suite.configurations, format, images },
    promptHashes,
    seed: null,
  }, { ...options, models: family.models });
}

/** Says that a folder holds another suite before all that differs with it is named. @throws RunStoreError. */
function checkSuite(folder: string, { name }: Suite): void {
  const before = readManifest(folder)?.settings.options;
  if (before === undefined || before['suite'] === name) return;
  const held = before['experiment'] === 'ablate' ? `the suite ${JSON.stringify(before['suite'])}` : 'another kind of work';
  throw new RunStoreError(`Expected a run of the suite ${JSON.stringify(name)} in ${folder}, but it holds ${held}. Use another --run folder, or --fresh to start anew.`);
}
