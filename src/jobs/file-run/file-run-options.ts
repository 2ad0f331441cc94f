import type { ReadDatasetOptions } from '../../datasets/index.js';

/** What every job is given that works a file off into another one, with a run folder beside it. */
export interface FileRunOptions {
  file: string;
  reading: ReadDatasetOptions;
  /** Image root; default: the folder of the file. */
  imagesRoot?: string | undefined;
  output: string;
  /** Run folder; default: the output with `.run` behind it. */
  runFolder?: string | undefined;
  /** Throw away what the run folder holds. Default false. */
  fresh?: boolean | undefined;
  /** Options as the user gave them, for the manifest. */
  optionsGiven: Record<string, unknown>;
  signal?: AbortSignal | undefined;
}
