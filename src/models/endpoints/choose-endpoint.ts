import { createHash } from 'node:crypto';

/** How many more calls than the least busy one the preferred endpoint may hold: enough to keep its cache warm, too few to idle the others. */
const SLACK = 8;

export interface LoadedEndpoint {
  readonly id: string;
  /** Calls that it holds. */
  load: number;
}

/**
 * Sends what shares a beginning (the images, the problem) to the same endpoint, so that its prefix cache serves it, unless
 * that one is busier than others. Rendezvous hashing: when an endpoint falls ill, only its own share moves.
 */
export function chooseEndpoint<E extends LoadedEndpoint>(endpoints: readonly E[], affinity: string): E | undefined {
  const least = Math.min(...endpoints.map(({ load }) => load));
  const ranked = endpoints
    .filter(({ load }) => load <= least + SLACK)
    .map((endpoint) => ({ endpoint, weight: createHash('sha1').update(endpoint.id).update('\0').update(affinity).digest('hex') }))
    .sort((a, b) => (a.weight < b.weight ? 1 : -1));
  return ranked[0]?.endpoint;
}
