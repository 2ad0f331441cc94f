import { readDataset } from '../../datasets/index.js';
import type { FileRunOptions } from '../../jobs/file-run/file-run-options.js';
import { openFileRun } from '../../jobs/file-run/open-file-run.js';
import { placeFiles } from '../../jobs/file-run/place-files.js';
import { createProblemRoom } from '../../jobs/problem-room.js';
import type { InterventionReport } from '../../metrics/index.js';
import type { Run } from '../../runs/index.js';
import type { RequestLedger } from '../request-ledger.js';
import { runExperiment, type ExperimentResult } from '../run-experiment.js';
import { runInterventionStore } from './intervention-store.js';
import type { InterventionModels, InterventionTools } from './intervention-tools.js';
import { INTERVENTION_UNIT_VERSION } from './intervention-unit.js';
import { runIntervention, type InterventionOptions } from './run-intervention.js';
import type { InterventionSetup } from './set-up-intervention.js';

const BUILTIN_CONCURRENCY = 4;

export interface InterveneFileOptions extends FileRunOptions, Pick<InterventionOptions, 'level' | 'onProblem'>, Pick<InterventionTools, 'scoring' | 'premises' | 'descriptions' | 'findOracle' | 'noise' | 'samples' | 'seed'> {
  /** The caller closes it. */
  setup: InterventionSetup;
  /** What stands behind `findOracle`: a run with other true descriptions is another run. */
  oracle: { fileHash: string } | { field: string } | null;
  /** Problems in flight at once, from 1 up. Default: as many as the models have room for; with the built-in verifier, which reads images itself, 4. */
  concurrency?: number | undefined;
}

export type IntervenedFile = ExperimentResult<InterventionReport>;

/**
 * Intervenes on the problems of a file. Measured problems and all answers of models are kept in the run folder, so that the same call resumes; the report
 * appears only when it is whole. @throws DatasetError, RunStoreError, UsageError, BackendError, AbortedError: each one clear line.
 */
export async function interveneFile(options: InterveneFileOptions): Promise<IntervenedFile> {
  const { file, setup, level, onProblem, signal, scoring, premises, descriptions, findOracle, noise, samples, seed } = options;
  const { runFolder, images, openImage } = placeFiles(options, 'a file of problems');
  const { library, settings, family, inUse } = setup;
  const dataset = await readDataset(file, options.reading);
  const run = await openInterventionRun(runFolder, { ...options, images, format: dataset.format });
  const report = await runExperiment(options, { stage: 'intervene', run, models: inUse }, (ledger) => runIntervention(dataset.records, {
    ledger, level, onProblem, signal,
    tools: { models: wrapModels(setup.models, ledger), verifier: family.make(settings, ledger.wrap), library, scoring, premises, descriptions, findOracle, noise, samples, seed, openImage },
    store: runInterventionStore(run),
    concurrency: options.concurrency ?? (family.asksModels ? createProblemRoom(inUse.map(({ readLoad }) => readLoad)) : BUILTIN_CONCURRENCY),
  }));
  return { report, reading: dataset.report, runFolder, isResumed: run.isResumed };
}

function wrapModels({ policy, noise, split }: InterventionModels, ledger: RequestLedger): InterventionModels {
  return { policy: ledger.wrap(policy, 'policy'), noise: ledger.wrap(noise, 'noise'), split: split === null ? null : ledger.wrap(split, 'split') };
}

async function openInterventionRun(folder: string, options: InterveneFileOptions & { images: string; format: string }): Promise<Run> {
  const { images, format, setup, scoring, premises, descriptions, noise, samples, seed, oracle } = options;
  const { models, family, settings: { stepConcurrency: _stepConcurrency, ...asked }, promptHashes, inUse } = setup;
  return openFileRun(folder, {
    verifier: family.id,
    options: {
      experiment: 'intervene', unitVersion: INTERVENTION_UNIT_VERSION, format, images, policy: models.policy.id, noiseModel: models.noise.id, split: models.split?.id ?? 'rules',
      verifierSettings: asked, descriptions, noise, oracle, samples, scoring, premises,
    },
    promptHashes,
    seed,
  }, { ...options, models: inUse });
}
