import type { ServerLoad } from '../models/endpoints/server-load.js';

/** So many problems are always in flight: work that comes from a store or a cache waits for no server. */
const FEWEST = 8;
/** Calls at the servers and in line for them, as a multiple of what the servers take: one round stands ready when a call ends. */
const ROUNDS = 2;
/** What a begun problem will ask shows only once its images are read: until then nothing can be said about room. */
const PAUSE_MS = 5;

/**
 * Says whether one more problem may begin, so that the servers are the only bound: their lines never run dry, yet as few
 * problems as possible are open at once. That keeps what a prefix cache has to hold small, and memory bounded:
 * never more problems than twice the calls that a server takes.
 */
export function createProblemRoom(readLoads: readonly (() => ServerLoad)[], now: () => number = () => performance.now()): (inFlight: number) => boolean {
  let lastBegun = -Infinity;
  return (problems) => {
    const loads = readLoads.map((read) => read());
    const hasRoom = problems < FEWEST
      || (now() - lastBegun >= PAUSE_MS
        && problems < ROUNDS * Math.max(0, ...loads.map(({ limit }) => limit))
        // A server that is full bounds them all: what is done for the others would only pile up before it.
        && loads.every(({ inFlight, waiting, limit }) => inFlight + waiting < ROUNDS * limit));
    if (hasRoom) lastBegun = now();
    return hasRoom;
  };
}
