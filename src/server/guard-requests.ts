import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from './guards/admission.js';
import { ByteBudget, readBodySize, type HeldBytes } from './guards/byte-budget.js';
import { createKeyCheck } from './guards/check-key.js';
import { answerError } from './guards/error-answers.js';
import { RateLimiter } from './guards/rate-limiter.js';
import { parseBody } from './guards/parse-body.js';
import { onGone } from './on-gone.js';
import { describeDefect } from './describe-defect.js';
import type { ServerMetrics } from './server-metrics.js';
import { isLoopback, type ResolvedServerOptions } from './server-options.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes of its body that are counted; null while they are not. */
    heldBytes: HeldBytes | null;
  }
}

/** Routes that a balancer may ask without a key. */
const OPEN = new Set(['/health', '/ready']);

/** Puts the guards before every route: host, key, rate, memory, body; and one form for every error. */
export function guardRequests(app: FastifyInstance, { options, admission, metrics, log }: { options: ResolvedServerOptions; admission: Admission; metrics: ServerMetrics; log: (line: Record<string, unknown>) => void }): void {
  const { apiKey, host, rateLimit = isLoopback(host) ? 0 : 1000, rolloutBatch } = options;
  const checkKey = apiKey === null ? null : createKeyCheck(apiKey);
  // A trainer sends a whole rollout batch at once.
  const limiter = rateLimit === 0 ? null : new RateLimiter(rateLimit, Math.max(rateLimit, options.rateLimit === undefined ? rolloutBatch : 0));
  const budget = new ByteBudget(options.maxHeldBytes);
  app.decorateRequest('heldBytes', null);
  const refuse = (reply: FastifyReply, status: number, type: string, message: string): FastifyReply => {
    metrics.noteRefusal(type);
    return reply.status(status).send({ error: { type, message } });
  };

  app.addHook('onRequest', async (request, reply) => {
    // Without a key a web page must not reach us under a name of its own that leads to this machine.
    if (checkKey === null && !isLoopback(hostOf(request))) return refuse(reply, 403, 'host', 'Expected a request to localhost, since this server needs no key.');
    if (checkKey !== null && !OPEN.has(request.routeOptions.url ?? '') && !checkKey(request.headers.authorization)) {
      return refuse(reply.header('www-authenticate', 'Bearer'), 401, 'key', 'Expected the key of this server as `Authorization: Bearer …`.');
    }
    const wait = limiter?.take(request.ip) ?? 0;
    if (wait > 0) return refuse(reply.header('retry-after', String(wait)), 429, 'rate', `Expected at most ${rateLimit} requests a second.`);
    const held = budget.enter(readBodySize(request, options.maxBodyBytes));
    if (held === null) return refuse(reply.header('retry-after', String(admission.retryAfter)), 429, 'queue-full', `Expected bodies of at most ${Math.round(options.maxHeldBytes / 1024 ** 2)} MB under way at once. Come again later.`);
    onGone(reply.raw, request.raw.socket, held.leave);
    request.heldBytes = held;
    return undefined;
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(/^application\/json\s*(?:;|$)/i, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    request.heldBytes?.shrink(body.length);
    return parseBody(body);
  });

  app.setErrorHandler((error, _request, reply) => {
    const { status, type, message } = answerError(error);
    if (status >= 500 && type === 'defect') log(describeDefect(error));
    if (status === 429 || status === 503) reply.header('retry-after', String(admission.retryAfter));
    if (status === 429) metrics.noteRefusal(type);
    return reply.status(status).send({ error: { type, message } });
  });
  app.setNotFoundHandler((_request, reply) => reply.status(404).send({ error: { type: 'no-such-route', message: 'Expected one of the routes of /openapi.json.' } }));
}

/** The name under which the client reached us, without port and brackets. */
function hostOf({ headers }: FastifyRequest): string {
  return (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '').toLowerCase();
}
