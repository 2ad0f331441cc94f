import { readDataset, type DatasetReport, type ReadDatasetOptions } from '../../datasets/index.js';
import type { ImageSource } from '../../images/image-source.js';
import { hashBytes } from '../../images/hash-bytes.js';
import type { AblationReport } from '../../metrics/index.js';
import type { ResponseStore } from '../../models/cache/response-store.js';
import { findBenchmark } from './find-benchmark.js';
import { planFamily } from './plan-family.js';
import { createRequestLedger } from '../request-ledger.js';
import { runAblation } from './run-ablation.js';
import type { Suite } from './suite.js';

export interface AblationPlan {
  configurations: number;
  problems: number;
  steps: number;
  calls: Pick<AblationReport['calls'], 'separately' | 'distinct' | 'jobs'>;
  reading: DatasetReport;
}

/** Counts the requests of a suite without sending one and without reading an image: images count as different when their references do. @throws as runAblation. */
export async function planAblation({ file, reading, suite, packs, signal }: { file: string; reading: ReadDatasetOptions; suite: Suite; packs?: readonly string[] | undefined; signal?: AbortSignal | undefined }): Promise<AblationPlan> {
  const dataset = await readDataset(file, reading);
  const { items, calls: { separately, distinct, jobs } } = await runAblation(dataset.records, {
    suite, signal, family: await planFamily({ packs }), ledger: createRequestLedger(forgetfulStore), benchmark: findBenchmark(dataset.format), openImage: nameImage, folds: 2,
  });
  return { configurations: suite.configurations.length, problems: items.problems, steps: items.steps, calls: { separately, distinct, jobs }, reading: dataset.report };
}

/** A planned answer is as cheap to make again as to keep. */
const forgetfulStore: ResponseStore = { get: () => undefined, put: () => undefined, stats: () => ({ entries: 0, bytes: 0, failedWrites: 0 }), clear: async () => 0, close: async () => undefined };

/** An image of which only the name is known. */
function nameImage(ref: string): ImageSource {
  const bytes = Buffer.from(ref);
  return { ref, sha256: async () => hashBytes(bytes), bytes: async () => bytes };
}
