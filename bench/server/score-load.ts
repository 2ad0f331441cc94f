import path from 'node:path';
import { scoreFile } from '../../src/jobs/score-file.js';
import { scoringOptionsSchema, type ScoredProblem } from '../../src/schema/index.js';
import { setUpVerifier } from '../../src/verifiers/set-up-verifier.js';
import type { VerifierOptions } from '../../src/verifiers/verifier-options.js';
import type { BenchFolder } from './bench-folder.js';

export interface ScoreLoadOptions {
  folder: BenchFolder;
  baseUrl: string;
  /** As of `prm score`, beside the model. */
  verifier?: VerifierOptions;
  /** Name of the export in the folder; equal names resume. Default `scored.jsonl`. */
  output?: string;
  onProblem?: (scored: ScoredProblem) => void;
}

export interface ScoredLoad {
  output: string;
  seconds: number;
  /** CPU time of this process, user and system. */
  cpuMs: number;
}

/** Scores a file as `prm score --model` does, with its default options where none are given. */
export async function scoreLoad({ folder, baseUrl, verifier: options = {}, output: name = 'scored.jsonl', onProblem }: ScoreLoadOptions): Promise<ScoredLoad> {
  const output = path.join(folder.path, name);
  const setup = await setUpVerifier({ model: `${baseUrl}#vlm`, ...options });
  const start = performance.now();
  const cpu = process.cpuUsage();
  try {
    await scoreFile({ ...setup, file: folder.file, output, reading: {}, scoring: scoringOptionsSchema.parse({}), premises: 'declared', optionsGiven: {}, ...(onProblem ? { onProblem } : {}) });
  } finally {
    await setup.verifier.close();
  }
  const { user, system } = process.cpuUsage(cpu);
  return { output, seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 };
}
