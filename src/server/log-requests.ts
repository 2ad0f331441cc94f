import type { FastifyInstance } from 'fastify';
import { onGone } from './on-gone.js';
import type { ServerMetrics } from './server-metrics.js';

/** Counts every answer and writes one line about it: never a header, a key, a text or an image. */
export function logRequests(app: FastifyInstance, metrics: ServerMetrics, log: (line: Record<string, unknown>) => void): void {
  const note = (request: { method: string; ip: string; routeOptions: { url?: string | undefined } }, status: number, milliseconds: number): void => {
    const route = request.routeOptions.url ?? 'none';
    metrics.noteRequest(route, status, milliseconds / 1000);
    log({ time: new Date().toISOString(), method: request.method, route, status, ms: Math.round(milliseconds * 10) / 10, client: request.ip });
  };
  app.addHook('onRequest', async (request, reply) => {
    const start = performance.now();
    // A client that hangs up, while its body comes or later, gets no whole answer; 499 stands for that.
    onGone(reply.raw, request.raw.socket, () => note(request, reply.raw.writableFinished ? reply.statusCode : 499, performance.now() - start));
  });
}
