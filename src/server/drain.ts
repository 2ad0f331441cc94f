import type { FastifyInstance } from 'fastify';

/** How long answers have to get out after the work was stopped, in milliseconds. */
const LAST_WORDS_MS = 1000;
/** How often connections that have become idle are closed: a client that keeps them open must not keep the server. */
const SWEEP_MS = 50;

/** Closes a server: nothing new, what is in flight is answered, what takes longer than it may is stopped, what then remains is cut. */
export async function drain(app: FastifyInstance, patienceMs: number, stop: () => void): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  const timers = [setTimeout(stop, patienceMs), setTimeout(() => app.server.closeAllConnections(), patienceMs + LAST_WORDS_MS)];
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    for (const timer of timers) clearTimeout(timer);
  }
}
