import { z } from 'zod';
import { createKeyCheck } from '../guards/check-key.js';
import type { ReadinessProbe } from '../readiness-probe.js';
import type { RewardDesk } from '../reward-desk.js';
import type { Routes } from '../routes.js';

/** Whether the process lives, whether its verifier answers, and what it has counted. */
export function addHealth(app: Routes, desk: RewardDesk, probe: ReadinessProbe, version: string): void {
  const tags = ['operation'];
  app.get('/health', { schema: { summary: 'The process answers', tags, response: { 200: z.object({ status: z.literal('ok'), version: z.string() }) } } }, async () => ({ status: 'ok' as const, version }));

  const hasKey = desk.options.apiKey === null ? () => true : createKeyCheck(desk.options.apiKey);
  const ready = z.object({ status: z.enum(['ready', 'not-ready']), model: z.string().nullable(), reason: z.string().nullable() });
  app.get('/ready', { schema: { summary: 'The verifier answers; which it is, and why it does not, is told to who has the key', tags, response: { 200: ready, 503: ready } } }, async ({ headers }, reply) => {
    const reason = await probe.ask();
    // The name of a verifier holds the addresses of its models.
    const told = hasKey(headers.authorization) ? { model: desk.model, reason } : { model: null, reason: null };
    return reply.status(reason === null ? 200 : 503).send({ status: reason === null ? 'ready' : 'not-ready', ...told });
  });

  app.get('/metrics', { schema: { summary: 'Counters for Prometheus', tags } }, async (_request, reply) => reply.type(desk.metrics.contentType).send(await desk.metrics.print()));
}
