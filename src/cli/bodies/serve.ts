import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { FORMATS } from '../../datasets/index.js';
import { canaryOptionsSchema } from '../../jobs/canaries/canary-options.js';
import { openRewardLog } from '../../jobs/reward/log/open-reward-log.js';
import { loadProblems } from '../../jobs/reward/load-problems.js';
import { resolveRewardSettings } from '../../jobs/reward/reward-settings.js';
import { createSwappableProblems } from '../../jobs/reward/swappable-problems.js';
import { readApiKey } from '../../models/http/read-api-key.js';
import { readPriceList } from '../../models/prices.js';
import { premisesModeSchema } from '../../pipeline/premises.js';
import { createRewardServer } from '../../server/create-reward-server.js';
import { resolveServerOptions, type ServerOptions } from '../../server/server-options.js';
import { unboundHeap } from '../../util/bound-heap.js';
import { setUpVerifier } from '../../verifiers/set-up-verifier.js';
import { EXIT } from '../exit-codes.js';
import { knownOptions } from '../known-options.js';
import { globalOptions, pickScoring, pickShaping, pickVerifier, scoringOptions, shapingOptions, verifierOptions } from '../option-schemas.js';
import { resolveOptions } from '../resolve-options.js';
import { checkImageRoot } from './serve/check-image-root.js';
import { countModels } from './serve/count-models.js';
import { followDataset } from './serve/follow-dataset.js';
import { waitForModels } from './serve/wait-for-models.js';

const canary = canaryOptionsSchema.shape;
const weight = z.number().min(0).max(1e6);
const { apiKeyEnv, ...verifierShape } = verifierOptions;
const optionsSchema = z.object({
  ...globalOptions, ...scoringOptions, ...shapingOptions, ...verifierShape,
  port: z.int().min(0).max(65_535).optional(),
  host: z.string().min(1).optional(),
  apiKeyEnv: z.string().min(1).optional(),
  modelApiKeyEnv: apiKeyEnv,
  dataset: z.string().min(1).optional(),
  format: z.enum(FORMATS).optional(),
  onDatasetChange: z.enum(['keep', 'reload']).default('keep'),
  images: z.string().min(1).optional(),
  wait: z.number().min(0).max(86_400).default(0),
  allowImageUrls: z.boolean().default(false),
  onError: z.unknown().refine((value): value is 'fail' | 'null' | number => value === 'fail' || value === 'null' || (typeof value === 'number' && value >= 0 && value <= 1), 'fail, null or a number in [0,1]').default('fail'),
  deadline: z.number().positive().max(3600).optional(),
  concurrency: z.int().min(1).max(65_536).optional(),
  queue: z.int().min(0).optional(),
  rolloutBatch: z.int().min(1).optional(),
  weightProcess: weight.default(1),
  weightAnswer: weight.default(0),
  weightFormat: weight.default(0),
  premises: premisesModeSchema.default('both'),
  prices: z.string().min(1).optional(),
  rewardLog: z.string().min(1).optional(),
  rewardLogSize: z.number().positive().max(1_000_000).default(256),
  canaryEvery: canary.every,
  canaryMargin: canary.margin,
  canaryWindow: canary.window,
  canaryShare: canary.share,
  drain: z.number().min(0).max(3600).optional(),
  rateLimit: z.number().min(0).optional(),
  maxBody: z.number().positive().max(1024).optional(),
  maxHeld: z.number().positive().optional(),
  maxImages: z.int().min(0).optional(),
  maxImagePixels: z.int().min(1).optional(),
  maxSteps: z.int().min(1).optional(),
  maxText: z.int().min(1).optional(),
  maxReceive: z.number().min(0.1).max(3600).optional(),
  maxResponses: z.int().min(1).optional(),
});
type Options = z.output<typeof optionsSchema>;

/** How long the process may live once all is closed, in milliseconds. */
const LAST_MS = 1000;

/** Serves rewards until it is told to stop; then requests in flight are answered first. */
export async function serve(argv: Record<string, unknown>, signal: AbortSignal): Promise<number> {
  unboundHeap();
  const options = resolveOptions(optionsSchema, onErrorAsNumber(argv), knownOptions);
  const { dataset, format, quiet, weightProcess, weightAnswer, weightFormat, premises } = options;
  // A door that must not be opened, and options that do not go together, are refused before anything is loaded.
  const server = resolveServerOptions(pickServer(options));
  const reward = { weights: { process: weightProcess, answer: weightAnswer, format: weightFormat }, premises, scoring: pickScoring(options), shaping: pickShaping(options) };
  resolveRewardSettings(reward);
  const prices = options.prices === undefined ? undefined : await readPriceList(options.prices);
  /** What is open, to be closed the other way round. */
  const closing: (() => unknown)[] = [];
  try {
    const load = (file: string) => loadProblems(file, { format });
    const problems = dataset === undefined ? undefined : createSwappableProblems(await load(dataset));
    const images = options.images ?? (dataset === undefined ? null : path.dirname(dataset));
    const warning = images === null ? null : await checkImageRoot(images, problems?.firstImages ?? []);
    if (warning !== null) writeLine({ level: 'warning', message: warning });
    const followed = dataset === undefined || problems === undefined ? null
      : followDataset({ file: dataset, problems, onChange: options.onDatasetChange, load: () => load(dataset), tell: writeLine });
    closing.push(() => followed?.stop());
    const rewardLog = options.rewardLog === undefined ? undefined : await openRewardLog(options.rewardLog, { maxBytes: options.rewardLogSize * 1024 ** 2, onTrouble: (message) => writeLine({ level: 'warning', message }) });
    closing.push(() => rewardLog?.close());
    // A client that hangs up ends its calls at once: nobody else will read the answers.
    const connect = () => setUpVerifier(pickVerifier({ ...options, apiKeyEnv: options.modelApiKeyEnv } as Parameters<typeof pickVerifier>[0]), { finishMs: 0, signal });
    const setup = await waitForModels(connect, { seconds: options.wait, signal, tell: (message) => writeLine({ level: 'warning', message }) });
    closing.push(() => setup.verifier.close());

    const running = await createRewardServer({
      verifier: setup.verifier, problems, images, server, reward, rewardLog, version: ownVersion(),
      canaries: { every: options.canaryEvery, margin: options.canaryMargin, window: options.canaryWindow, share: options.canaryShare },
      readModels: () => countModels(setup.models, prices),
      readDataset: followed === null || problems === undefined ? null : () => ({ problems: problems.size, isStale: followed.isStale() }),
      ...(quiet ? {} : { log: writeLine }),
    });
    if (!quiet) process.stderr.write(`Serving ${setup.verifier.id} at ${running.url} (${problems === undefined ? 'no dataset: questions and images come with the requests' : `${problems.size} problems of ${dataset}`}; API at /docs)\n`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await running.close();
    return EXIT.done;
  } catch (error) {
    // Told to stop before it began: that is an end as any other.
    if (signal.aborted) return EXIT.done;
    throw error;
  } finally {
    for (const close of closing.reverse()) await close();
    // What nobody waits for any more, such as an image on its way, must not keep the process.
    setTimeout(() => process.exit(), LAST_MS).unref();
  }
}

/** The parser gives texts; a number stands for itself. */
function onErrorAsNumber(argv: Record<string, unknown>): Record<string, unknown> {
  const { onError } = argv;
  return typeof onError === 'string' && onError.trim() !== '' && Number.isFinite(Number(onError)) ? { ...argv, onError: Number(onError) } : argv;
}

function pickServer(options: Options): ServerOptions {
  const { port, host, apiKeyEnv: keyName, onError, deadline, queue, rolloutBatch, drain, rateLimit, maxBody, maxHeld, maxImages, maxImagePixels, maxSteps, maxText, maxResponses, maxReceive, allowImageUrls } = options;
  const given = {
    port, host, queue, rolloutBatch, rateLimit, maxImages, maxSteps, maxText, maxResponses,
    deadlineMs: deadline === undefined ? undefined : Math.max(1, Math.round(deadline * 1000)),
    drainMs: drain === undefined ? undefined : Math.round(drain * 1000),
    maxBodyBytes: maxBody === undefined ? undefined : Math.max(1024, Math.round(maxBody * 1024 ** 2)),
    maxHeldBytes: maxHeld === undefined ? undefined : Math.max(1024, Math.round(maxHeld * 1024 ** 2)),
    maxPixels: maxImagePixels,
    receiveMs: maxReceive === undefined ? undefined : Math.round(maxReceive * 1000),
    concurrency: options.concurrency ?? (options.model === undefined && options.judgeModel === undefined ? 4 : 128),
  };
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), apiKey: readApiKey(keyName, process.env), onError, allowImageUrls };
}

function ownVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

function writeLine(line: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
