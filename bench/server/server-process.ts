import { failShare } from '../../test/helpers/simulated-server/faults.js';
import { startSimulatedServer } from '../../test/helpers/simulated-server/start-simulated-server.js';
import type { FaultSettings, ServerOrder, ServerReport, ServerSettings } from './server-settings.js';
import { answerTruly, scoreTruly } from './true-answer.js';

/** What a card of 80 GB holds of keys and values beside a model of 7 billion parameters, at least. */
const CACHE_TOKENS = 400_000;

/* The process of the simulated server (see forkServer), apart so that its work is not counted as the client's. */
const { faults = null, ...settings } = JSON.parse(process.argv[2] ?? '{}') as ServerSettings;
const server = await startSimulatedServer({ cacheTokens: CACHE_TOKENS, ...settings, truth: answerTruly, poolingTruth: scoreTruly });
const timeline: ServerReport['timeline'] = [];

function setFaults(plan: FaultSettings | null): void {
  server.options.faults = plan === null ? () => null : failShare(plan.share, plan.seed, plan.names);
}

setInterval(() => {
  timeline.push({ at: Date.now(), answered: server.stats.answered, busy: server.slots.busy });
  // A long run would fill the memory with the requests of the past.
  server.bodies.length = 0;
}, 50);
process.on('message', (message: ServerOrder) => {
  if (message.order === 'faults') setFaults(message.faults);
  else process.send?.({ ...server.stats, mostBusy: server.slots.mostBusy, timeline } satisfies ServerReport);
});
process.on('disconnect', () => process.exit());
setFaults(faults);
process.send?.(server.baseUrl);
