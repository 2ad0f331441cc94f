import { z } from 'zod';
import { UsageError } from '../errors/index.js';

const onErrorForm = 'must be fail, null or a number in [0,1], as rewards are';

/** How a reward server listens, what it refuses, and what it answers when it cannot measure. The one place where these defaults are decided. */
const serverOptionsSchema = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  /** 0: any free port. */
  port: z.int().min(0).max(65_535).default(8080),
  /** Clients send it as `Authorization: Bearer …`. Null: none needed, which is only allowed on a loopback address. */
  apiKey: z.string().min(1).nullable().default(null),
  /** What a reward that could not be measured becomes, where the protocol can carry it: 503 (`fail`), null, or a number in [0,1]. */
  onError: z.union([z.literal('fail'), z.literal('null'), z.number().min(0, onErrorForm).max(1, onErrorForm)], onErrorForm).default('fail'),
  /** Milliseconds until a request is answered in any case. OpenRLHF waits 180 s. */
  deadlineMs: z.int().min(1).max(3_600_000).default(150_000),
  /** Solutions that are verified at once. */
  concurrency: z.int().min(1).max(65_536).default(64),
  /** Solutions that may wait before requests are refused with 429. */
  queue: z.int().min(0).max(1_000_000).default(1024),
  /** Solutions of trainers that give up after a few refusals (`/get_reward`, `/slime`): so many are held, never refused. */
  rolloutBatch: z.int().min(1).max(1_000_000).default(8192),
  /** Requests a second from one client; 0: no limit. Default: no limit on a loopback address, else 1000. */
  rateLimit: z.number().min(0).optional(),
  /** Milliseconds that a client may take to send a whole request; a fifth of them for its head. */
  receiveMs: z.int().min(100).max(3_600_000).default(60_000),
  maxBodyBytes: z.int().min(1024).max(1024 ** 3).default(32 * 1024 ** 2),
  /** Bytes of all bodies that are on their way in or waiting for their answers; further requests are refused with 429, also those that are held otherwise. */
  maxHeldBytes: z.int().min(1024).default(1024 ** 3),
  maxImages: z.int().min(0).max(1000).default(16),
  maxPixels: z.int().min(1).max(1_000_000_000).default(40_000_000),
  maxImageBytes: z.int().min(1).max(1024 ** 3).default(24 * 1024 ** 2),
  maxSteps: z.int().min(1).max(100_000).default(1000),
  /** UTF-16 code units of a text: a question, a response. */
  maxText: z.int().min(1).max(100_000_000).default(400_000),
  /** Responses of one request. */
  maxResponses: z.int().min(1).max(100_000).default(256),
  /** Milliseconds that requests in flight may take to end when the server stops. */
  drainMs: z.int().min(0).max(3_600_000).default(30_000),
  allowImageUrls: z.boolean().default(false),
});
export type ServerOptions = z.input<typeof serverOptionsSchema>;
export type ResolvedServerOptions = z.output<typeof serverOptionsSchema>;

/** Checks options and fills in the defaults. @throws UsageError, one line, also for an open door: an address beyond loopback without a key. */
export function resolveServerOptions(options: ServerOptions): ResolvedServerOptions {
  const parsed = serverOptionsSchema.safeParse(options);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`Expected server options in range, but \`${issue?.path.join('.') ?? ''}\`: ${issue?.message ?? 'is wrong'}.`);
  }
  const { host, apiKey } = parsed.data;
  if (apiKey === null && !isLoopback(host)) {
    throw new UsageError(`Expected a key for a server that others can reach at ${host}, got none. Name its environment variable with \`--api-key-env\`, or listen on 127.0.0.1.`);
  }
  return parsed.data;
}

/** Whether only this machine can connect to such an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
