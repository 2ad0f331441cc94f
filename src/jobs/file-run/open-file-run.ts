import { hashFile, openRun, type Run, type RunSettings } from '../../runs/index.js';
import type { ModelInUse } from '../../verifiers/connect-job-models.js';
import { packageVersions } from '../package-versions.js';
import type { FileRunOptions } from './file-run-options.js';

/** What decides the results of a run besides the content of its file. Limits and ids only choose among results, so that a run can be widened. */
export type FileRunSettings = Omit<RunSettings, 'dataHash'>;

/** Opens the run of a file with what decides its results. @throws RunStoreError as openRun does. */
export async function openFileRun(
  folder: string,
  { verifier, options, promptHashes, seed }: FileRunSettings,
  { file, optionsGiven, fresh = false, models }: Pick<FileRunOptions, 'file' | 'optionsGiven' | 'fresh'> & { models: readonly Pick<ModelInUse, 'info'>[] },
): Promise<Run> {
  return openRun(folder, {
    settings: { verifier, options, promptHashes, dataHash: await hashFile(file), seed },
    optionsGiven,
    packages: packageVersions(models),
  }, { fresh });
}
