import { createHash } from 'node:crypto';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import createFastify from 'fastify';
import { jsonSchemaTransform, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CanaryOptions } from '../jobs/canaries/canary-options.js';
import { createCanaryWatch } from '../jobs/canaries/create-canary-watch.js';
import { createRewardFunction, type RewardFunctionOptions } from '../jobs/create-reward-function.js';
import type { RewardLog } from '../jobs/reward/log/open-reward-log.js';
import type { ProblemIndex } from '../jobs/reward/problem-index.js';
import { stableStringify } from '../util/stable-stringify.js';
import type { FetchImageOptions } from '../images/fetch-image.js';
import { Admission } from './guards/admission.js';
import { describeDefect } from './describe-defect.js';
import { guardRequests } from './guard-requests.js';
import { listen } from './listen.js';
import { logRequests } from './log-requests.js';
import { createImageOpener } from './open-images.js';
import { addClassify } from './protocols/classify.js';
import { addHealth } from './protocols/health.js';
import { addNativeSteps } from './protocols/native-steps.js';
import { addNativeVerify } from './protocols/native-verify.js';
import { addNemoGym } from './protocols/nemo-gym.js';
import { addNemoGymSession } from './protocols/nemo-gym-session.js';
import { addOpenRlhf } from './protocols/openrlhf.js';
import { addPooling } from './protocols/pooling.js';
import { addRerank } from './protocols/rerank.js';
import { addScore } from './protocols/score.js';
import { addSlime } from './protocols/slime.js';
import { drain } from './drain.js';
import { createReadinessProbe } from './readiness-probe.js';
import { createRewardDesk } from './reward-desk.js';
import type { Routes } from './routes.js';
import { createServerMetrics, type DatasetState, type ModelCounts } from './server-metrics.js';
import { resolveServerOptions, type ServerOptions } from './server-options.js';

export interface RewardServerSetup {
  verifier: RewardFunctionOptions['verifier'];
  /** Problems that text-only protocols may name. */
  problems?: ProblemIndex | undefined;
  /** Image root; null (default): paths are refused. */
  images?: string | null | undefined;
  reward?: Pick<RewardFunctionOptions, 'weights' | 'premises' | 'scoring' | 'shaping' | 'retries'>;
  server?: ServerOptions;
  version?: string;
  /** Receives one object a request. Default: nowhere. */
  log?: (line: Record<string, unknown>) => void;
  /** Keeps every reward that is given to a trainer. The caller closes it. */
  rewardLog?: RewardLog | undefined;
  /** Tries the verifier with spoiled copies of solutions. Default: never. */
  canaries?: CanaryOptions | undefined;
  readModels?: () => ModelCounts;
  readDataset?: (() => DatasetState) | null | undefined;
  /** How image URLs are fetched. */
  fetching?: FetchImageOptions;
}

export interface RewardServer {
  /** `http://host:port` */
  url: string;
  /** Takes no new requests, lets those in flight end for as long as `drainMs` says, then ends them. */
  close(): Promise<void>;
}

const noModels: ModelCounts = { calls: 0, failures: 0, fromCache: 0, promptTokens: 0, completionTokens: 0, cost: null };

/**
 * Serves a verifier as a reward to trainers and rerankers. The caller closes the verifier.
 * @throws UsageError: options out of range, an open address without a key, a port that is taken; one line.
 */
export async function createRewardServer({ verifier, problems, images = null, reward: rewarding = {}, version = '0', log = () => undefined, rewardLog, canaries: trying, readModels = () => noModels, readDataset = null, fetching, ...setup }: RewardServerSetup): Promise<RewardServer> {
  const options = resolveServerOptions(setup.server ?? {});
  const { maxBodyBytes, receiveMs, concurrency, queue, rolloutBatch, maxSteps, drainMs, allowImageUrls: allowUrls, maxImageBytes: maxBytes, maxPixels, deadlineMs } = options;
  const openImage = createImageOpener({ root: images, allowUrls, maxBytes, maxPixels, fetching });
  // Admission decides who comes in; behind it the line is long enough for all of them.
  const reward = createRewardFunction({ ...rewarding, verifier, openImage, problems, deadlineMs, concurrency, maxSteps, queue: 1_000_000_000, onDefect: (error) => log(describeDefect(error)), ...(rewardLog === undefined ? {} : { log: (line) => rewardLog.note(line) }) });
  const admission = new Admission({ shed: concurrency + queue, held: Math.max(rolloutBatch, concurrency + queue) });
  const canaries = trying === undefined || (trying.every ?? 0) === 0 ? null : createCanaryWatch(trying, {
    reward: { ...rewarding, verifier, openImage, problems, deadlineMs, maxSteps },
    onAlarm: ({ isAlarmed, ...alarm }) => log({ level: 'warning', alarm: isAlarmed ? 'canary' : 'canary-over', ...alarm }),
    onTrouble: (message) => log({ level: 'warning', message: `Canaries cannot be scored: ${message}` }),
  });
  const metrics = createServerMetrics({ load: () => ({ ...reward.readLoad(), inside: admission.inside }), models: readModels, droppedFromLog: () => rewardLog?.dropped ?? 0, canaries: canaries?.read ?? null, dataset: readDataset });
  const configHash = createHash('sha256').update(stableStringify({ verifier: verifier.id, settings: reward.settings })).digest('hex').slice(0, 16);
  const probe = createReadinessProbe(createRewardFunction({ ...rewarding, verifier, openImage, deadlineMs, concurrency: 1, maxSteps }));
  const desk = createRewardDesk({ reward, probe, admission, metrics, canaries, options, problems, model: verifier.id, configHash, scoring: reward.settings.scoring });

  const app = createFastify({
    bodyLimit: maxBodyBytes, forceCloseConnections: 'idle', return503OnClosing: true, requestTimeout: receiveMs, keepAliveTimeout: 75_000,
    // Nor does who never reads its answer: nothing moves on a connection for longer than an answer may take.
    connectionTimeout: deadlineMs + receiveMs,
    // Who sends a request byte by byte holds a connection no longer than this.
    http: { headersTimeout: receiveMs / 5, connectionsCheckingInterval: receiveMs / 20 },
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  logRequests(app as never, metrics, log);
  guardRequests(app as never, { options, admission, metrics, log });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'prm reward server', version, description: 'Step rewards with checked visual premises, in the protocols of trainers and rerankers.' },
      ...(options.apiKey === null ? {} : { components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } }, security: [{ key: [] }] }),
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  await app.register(async (routes: Routes) => {
    for (const add of [addNativeVerify, addNativeSteps, addOpenRlhf, addSlime, addNemoGym, addNemoGymSession, addRerank, addScore, addPooling, addClassify]) add(routes, desk);
    addHealth(routes, desk, probe, version);
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  const url = await listen(app as never, options);
  return { url, close: async () => { await Promise.all([canaries?.close(), drain(app as never, drainMs, desk.stopAll)]); } };
}
