import path from 'node:path';
import { scoreFile } from '../../src/jobs/score-file.js';
import type { ResponseStore } from '../../src/models/cache/response-store.js';
import { connectPoolingEndpoint } from '../../src/models/connect-pooling-endpoint.js';
import { createModel, type CreateModelOptions, type ModelHandle } from '../../src/models/create-model.js';
import { loadPrompts } from '../../src/prompts/load-prompts.js';
import { scoringOptionsSchema, type ScoredProblem } from '../../src/schema/index.js';
import { createPromptedVerifier } from '../../src/verifiers/prompted/create-prompted-verifier.js';
import type { PromptedSettings } from '../../src/verifiers/prompted/prompted-settings.js';

export interface ScoreLoadOptions {
  folder: string;
  file: string;
  baseUrl: string;
  settings: PromptedSettings;
  /** Name of the export in the folder; equal names resume. Default `scored.jsonl`. */
  output?: string;
  cache?: ResponseStore;
  model?: Pick<CreateModelOptions, 'timeoutMs' | 'retry'>;
  onProblem?: (scored: ScoredProblem) => void;
}

export interface ScoredLoad {
  output: string;
  usage: ModelHandle['usage'];
  seconds: number;
  /** CPU time of this process, user and system. */
  cpuMs: number;
}

/** Scores a file as `prm score` does, with one model for all jobs (and a pooling endpoint of the same server, where that judges). */
export async function scoreLoad({ folder, file, baseUrl, settings, output: name = 'scored.jsonl', cache, model: modelOptions, onProblem }: ScoreLoadOptions): Promise<ScoredLoad> {
  const output = path.join(folder, name);
  const { model, usage } = await createModel({ spec: `${baseUrl}#vlm`, cache, ...modelOptions });
  const judge = settings.judge === 'pooling' ? await connectPoolingEndpoint({ baseUrl, name: 'vlm', cache, ...modelOptions }) : model;
  const verifier = createPromptedVerifier({ models: { describe: model, audit: model, judge }, prompts: await loadPrompts(), settings });
  const start = performance.now();
  const cpu = process.cpuUsage();
  try {
    await scoreFile({ file, output, reading: {}, verifier, scoring: scoringOptionsSchema.parse({}), premises: 'declared', concurrency: 4, optionsGiven: {}, ...(onProblem ? { onProblem } : {}) });
  } finally {
    await verifier.close();
  }
  const { user, system } = process.cpuUsage(cpu);
  return { output, usage, seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 };
}
