import type { AnswerChecker } from '../answers/index.js';
import { readDataset, writeDataset } from '../datasets/index.js';
import type { PriceList } from '../models/prices.js';
import type { Run, SessionModel } from '../runs/index.js';
import type { ProblemRecord } from '../schema/index.js';
import { NATIVE_FORMAT } from '../schema/index.js';
import type { ModelInUse } from '../verifiers/connect-job-models.js';
import type { FileRunOptions } from './file-run/file-run-options.js';
import type { FileRunResult } from './file-run/file-run-result.js';
import { openFileRun } from './file-run/open-file-run.js';
import { placeFiles } from './file-run/place-files.js';
import { workInRun } from './file-run/work-in-run.js';
import { generateCandidates } from './generate-candidates.js';
import type { GeneratedProblem } from './generate/generate-problem.js';
import type { ResolvedGeneration } from './generate/generation-settings.js';
import { runGenerationStore } from './generate/generation-store.js';
import type { PolicySetup } from './generate/set-up-policy.js';
import type { ScoreRuleOptions } from './generate/stop-by-score.js';
import { makeStopRule, type Stopping } from './generate/stopping.js';
import { createProblemRoom } from './problem-room.js';
import { runScoringStore } from './run-scoring-store.js';
import { sumUpModels } from './sum-up-models.js';

export interface GenerateFileOptions extends FileRunOptions {
  to: 'native' | 'evpv';
  setup: PolicySetup;
  settings: ResolvedGeneration;
  stopping: Stopping;
  /** For `stopping` by score: what scores, with its models and prompts for the manifest. */
  scoring?: (Pick<ScoreRuleOptions, 'verifier' | 'scoring' | 'premises'> & { models: readonly ModelInUse[]; promptHashes: Record<string, string> }) | undefined;
  /** For `stopping` by vote: an outside checker of answers, and how the user called it, for the manifest. */
  checker?: AnswerChecker | undefined;
  checkerCommand?: string | undefined;
  prices?: PriceList | undefined;
  /** Questions in flight at once, from 1 up. Default: as many as the models have room for. */
  concurrency?: number | undefined;
  /** Told of each question when it is finished, in input order. */
  onProblem?: (generated: GeneratedProblem) => void | Promise<void>;
}

export interface GeneratedFile extends FileRunResult {
  /** What the output format could not hold, for a person. */
  warnings: readonly { message: string }[];
}

/**
 * Writes a file of questions with candidates of a policy. Finished candidates are kept in the run folder, so that the same call
 * resumes, and one with a larger `n` goes on; the output appears only when it is whole, in input order.
 * @throws DatasetError, RunStoreError, UsageError, BackendError, AbortedError: each one clear line. What was finished before stays in the run.
 */
export async function generateFile(options: GenerateFileOptions): Promise<GeneratedFile> {
  const { file, output, to, setup, settings, stopping, scoring, signal } = options;
  const { runFolder, images, openImage } = placeFiles(options, 'a file of questions');
  const models = [...setup.models, ...scoring?.models ?? []];
  const dataset = await readDataset(file, options.reading);
  const run = await openGenerationRun(runFolder, { ...options, images, format: dataset.format, models });
  const sumUp = (): SessionModel[] => sumUpModels(models, options.prices);
  const warnings = await workInRun(run, { stage: 'generate', sumUp: () => ({ models: sumUp(), notes: scoring?.verifier.readNotes?.() ?? [] }) }, async () => {
    const rule = makeStopRule(stopping, scoring ? { ...scoring, openImage, store: runScoringStore(run) } : null, options.checker);
    const generated = generateCandidates(dataset.records, {
      policy: setup.policy, settings, openImage, rule, signal,
      concurrency: options.concurrency ?? createProblemRoom(models.map(({ readLoad }) => readLoad)),
      store: runGenerationStore(run),
    });
    return (await writeDataset(output, to, toRecords(generated, options))).warnings;
  });
  return { format: dataset.format, formatReason: dataset.formatReason, report: dataset.report, runFolder, isResumed: run.isResumed, models: sumUp(), warnings };
}

/** Opens the run with what decides its candidates; `n` only chooses among them, so that a run can be widened. */
async function openGenerationRun(folder: string, options: GenerateFileOptions & { images: string; format: string; models: readonly ModelInUse[] }): Promise<Run> {
  const { images, format, setup, settings: { n: _n, itemTimeout: _itemTimeout, seed, ...drawing }, stopping, scoring, checkerCommand } = options;
  return openFileRun(folder, {
    verifier: scoring?.verifier.id ?? 'none',
    options: {
      format, images, policy: setup.policy.model.id, drawing, stopping,
      ...(checkerCommand === undefined || stopping.type !== 'vote' ? {} : { equivCmd: checkerCommand }),
      ...(scoring ? { premises: scoring.premises, scoring: scoring.scoring } : {}),
    },
    promptHashes: { ...setup.promptHashes, ...scoring?.promptHashes },
    seed,
  }, options);
}

/** A rule that stopped early is named in the record: its candidates are not a plain draw of that many. */
async function* toRecords(generated: AsyncIterable<GeneratedProblem>, { onProblem, stopping, settings: { n } }: GenerateFileOptions): AsyncGenerator<ProblemRecord> {
  for await (const one of generated) {
    await onProblem?.(one);
    const { problem, candidates, asked } = one;
    const metadata = stopping.type === 'never' ? problem.metadata : { ...problem.metadata, generation: { wanted: n, asked, stopWhen: stopping.type === 'vote' ? 'vote' : `score>=${stopping.bound}` } };
    yield { format: NATIVE_FORMAT, problem: metadata === undefined ? problem : { ...problem, metadata }, candidates };
  }
}
