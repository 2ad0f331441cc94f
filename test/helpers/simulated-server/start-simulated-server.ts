import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerPooling, readPoolingText } from './answer-pooling.js';
import type { ChatTemplateName } from './chat-template.js';
import type { Fault, FaultPlan } from './faults.js';
import { ollamaShape } from './ollama-shape.js';
import { openAiShape, type OpenAiKind } from './openai-shape.js';
import { CHARS_PER_TOKEN, PrefixCache } from './prefix-cache.js';
import type { ServerShape } from './server-shape.js';
import { Slots } from './slots.js';
import type { SeenRequest, TruthFunction } from './truth.js';

export type ServerKind = OpenAiKind | 'ollama';

export interface SimulatedServerOptions {
  kind: ServerKind;
  truth: TruthFunction;
  /** P(good) of each step of a `/pooling` text. Without it the server has no `/pooling`. */
  poolingTruth?: (text: string) => number[];
  /** Default: one model named `vlm`. */
  models?: string[];
  /** Requests that run at once. Default 64. */
  slots?: number;
  latencyMs?: number;
  faults?: FaultPlan;
  /** Seconds in the Retry-After header of the fault `rate-limit-retry-after`. Default 0.05. */
  retryAfter?: number;
  apiKey?: string;
  /** Default 100,000. */
  contextTokens?: number;
  /** Tokens that its prefix cache keeps. Default: no limit. */
  cacheTokens?: number;
  /** How it writes chats as tokens. Default `qwen`. */
  chatTemplate?: ChatTemplateName;
  /** Longest image in base64 characters. Default: no limit. */
  maxImageChars?: number;
}

export interface SimulatedServer {
  /** What `--model` takes, without the name: `http://127.0.0.1:port/v1`. */
  baseUrl: string;
  /** Mutable while it runs, so that a test can change the model, the faults or the truth. */
  options: SimulatedServerOptions;
  stats: { calls: number; answered: number; faults: Partial<Record<Fault, number>>; promptTokens: number; cachedTokens: number; pages: number };
  /** Every chat or pooling request body, in order of arrival. */
  bodies: Record<string, unknown>[];
  slots: Slots;
  close(): Promise<void>;
}

/** A model server on a real socket that answers by the test's truth, with the latency, slots and faults of a real one. */
export async function startSimulatedServer(options: SimulatedServerOptions): Promise<SimulatedServer> {
  const shape = options.kind === 'ollama' ? ollamaShape : openAiShape(options.kind);
  const server = createServer();
  const cache = new PrefixCache(options.cacheTokens);
  const simulated: SimulatedServer = {
    baseUrl: '', options, bodies: [], slots: new Slots(options.slots ?? 64),
    stats: { calls: 0, answered: 0, faults: {}, promptTokens: 0, cachedTokens: 0, pages: 0 },
    close: () => closeServer(server),
  };
  server.on('request', (request, response) => {
    handle(simulated, shape, cache, request, response).catch((error: unknown) => send(response, 400, { error: { message: String(error), type: 'BadRequestError', code: 400 } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  simulated.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return simulated;
}

async function handle(simulated: SimulatedServer, shape: ServerShape, cache: PrefixCache, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { options, stats } = simulated;
  const { models = ['vlm'], contextTokens = 100_000, apiKey } = options;
  const facts = { model: '', promptTokens: 0, contextTokens };
  const complain = (kind: Parameters<ServerShape['complain']>[0]): void => {
    const { status, body } = shape.complain(kind, facts);
    send(response, status, body);
  };
  if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`) return complain('unauthorized');
  if (request.method === 'GET') {
    stats.pages++;
    const page = shape.pages(models, contextTokens)[request.url ?? ''];
    return page === undefined ? send(response, 404, { detail: 'Not Found' }) : send(response, 200, page);
  }
  const isPooling = request.url === '/pooling' && options.poolingTruth !== undefined;
  if (request.url !== shape.chatPath && !isPooling) return send(response, 404, { detail: 'Not Found' });
  const body = await readBody(request);
  simulated.bodies.push(body);
  const n = stats.calls++;
  const fault = options.faults?.(n) ?? null;
  if (fault !== null) stats.faults[fault] = (stats.faults[fault] ?? 0) + 1;
  if (fault === 'hang') return;
  if (fault === 'reset') return void request.socket.destroy();
  if (fault === 'rate-limit') return complain('overloaded');
  if (fault === 'rate-limit-retry-after') {
    response.setHeader('retry-after', String(options.retryAfter ?? 0.05));
    return complain('overloaded');
  }
  if (fault === 'error-500') return complain('broken');
  if (fault === 'error-503') return send(response, 503, 'Service Unavailable');

  const release = await simulated.slots.take();
  try {
    await sleep(options.latencyMs ?? 0);
    facts.model = String(body['model']);
    if (!models.includes(facts.model)) return complain('unknown-model');
    if (isPooling) {
      const text = readPoolingText(body);
      facts.promptTokens = Math.ceil(text.length / CHARS_PER_TOKEN);
      if (facts.promptTokens > contextTokens) return complain('context-overflow');
      return deliver(response, answerPooling(fault === 'changed-model' ? 'another' : facts.model, cutForFault(options.poolingTruth?.(text) ?? [], fault)), fault, stats);
    }
    const seen = shape.read(body);
    if (seen.messages.some(({ images }) => images.some((image) => image.length > (options.maxImageChars ?? Infinity)))) return complain('image-too-large');
    const usage = cache.read(seen.messages);
    facts.promptTokens = usage.promptTokens;
    if (usage.promptTokens > contextTokens) return complain('context-overflow');
    stats.promptTokens += usage.promptTokens;
    stats.cachedTokens += usage.cachedTokens;
    deliver(response, shape.answer({ request: seen, truth: answerTruly(options.truth, seen, fault), further: answerFurther(options.truth, seen, fault), body, usage, fault, template: options.chatTemplate ?? 'qwen' }), fault, stats);
  } finally {
    release();
  }
}

/** The truth, but for the fault of an array that lost its last element. */
function answerTruly(truth: TruthFunction, request: SeenRequest, fault: Fault | null): ReturnType<TruthFunction> {
  const answer = truth(request);
  if (fault !== 'wrong-array-length' || !answer.text.startsWith('[')) return answer;
  return { ...answer, text: JSON.stringify(cutForFault(JSON.parse(answer.text) as unknown[], fault)) };
}

/** The further answers of a request: each drawn with a seed of its own, as vLLM does it. */
function answerFurther(truth: TruthFunction, request: SeenRequest, fault: Fault | null): ReturnType<TruthFunction>[] {
  return Array.from({ length: request.count - 1 }, (_, at) => answerTruly(truth, { ...request, seed: request.seed === null ? null : request.seed + at + 1 }, fault));
}

function cutForFault<T>(items: readonly T[], fault: Fault | null): readonly T[] {
  return fault === 'wrong-array-length' ? items.slice(0, -1) : items;
}

function deliver(response: ServerResponse, body: unknown, fault: Fault | null, stats: SimulatedServer['stats']): void {
  const text = JSON.stringify(body);
  const half = text.slice(0, Math.floor(text.length / 2));
  if (fault === 'half-body') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.write(half, () => response.destroy());
    return;
  }
  stats.answered++;
  send(response, 200, fault === 'malformed-json' ? half : body);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' });
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
