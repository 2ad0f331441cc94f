import type { Fault } from '../../test/helpers/simulated-server/faults.js';
import type { SimulatedServer, SimulatedServerOptions } from '../../test/helpers/simulated-server/start-simulated-server.js';

/** A share of all requests that fails, in these ways by turns (default: all of them), the same for one seed. */
export interface FaultSettings {
  share: number;
  seed: number;
  names?: readonly Fault[];
}

/** What the process of a simulated server is started with. */
export interface ServerSettings extends Pick<SimulatedServerOptions, 'kind' | 'slots' | 'latencyMs'> {
  faults?: FaultSettings | null;
}

/** What it reports. */
export type ServerReport = SimulatedServer['stats'] & {
  mostBusy: number;
  /** How many requests were answered by when (milliseconds since 1970) and how many slots were busy then, every 50 ms. */
  timeline: { at: number; answered: number; busy: number }[];
};

/** What it is told. */
export type ServerOrder = { order: 'report' } | { order: 'faults'; faults: FaultSettings | null };
