// Throughput beside the ideal on a server of 64 slots at 500 ms a call, in two judge modes: `problems` from the command line, default 200.
import { reportFigures, type Figure } from '../shared/figure.js';
import type { VerifierOptions } from '../../src/verifiers/verifier-options.js';
import { makeBenchFolder } from './bench-folder.js';
import { forkServer } from './fork-server.js';
import { CANDIDATES, STEPS } from './load.js';
import { scoreLoad } from './score-load.js';
import type { ServerReport } from './server-settings.js';

const SLOTS = 64;
const LATENCY_MS = 500;
const IDEAL = SLOTS / (LATENCY_MS / 1000);
const problems = Number(process.argv[2] ?? 200);

/** Answers a second from when the first quarter of them was given to when three quarters were: neither ramp-up nor the end of the file. */
function readSteadyState({ timeline, answered }: ServerReport): number {
  const reach = (share: number): ServerReport['timeline'][number] => timeline.find((sample) => sample.answered >= share * answered) as ServerReport['timeline'][number];
  const [from, to] = [reach(0.25), reach(0.75)];
  return (to.answered - from.answered) / ((to.at - from.at) / 1000);
}

async function measure(verifier: VerifierOptions): Promise<Figure[]> {
  const folder = await makeBenchFolder({ problems, checklist: 'declared' });
  const server = await forkServer({ kind: 'vllm', slots: SLOTS, latencyMs: LATENCY_MS });
  try {
    const { seconds } = await scoreLoad({ folder, baseUrl: server.baseUrl, verifier });
    const report = await server.report();
    const steady = readSteadyState(report) / IDEAL;
    const n = `${report.answered} calls, ${problems} problems x ${CANDIDATES} x ${STEPS}`;
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    return [
      { what: `slots used, steady state (middle half of the answers), ${verifier.judge}`, n, result: `${percent(steady)} of ${IDEAL} calls/s`, reach: '>= 90 %', isReached: steady >= 0.9 },
      { what: `slots used, whole run with ramp-up and end, ${verifier.judge}`, n, result: `${percent(report.answered / seconds / IDEAL)} in ${seconds.toFixed(1)} s`, reach: '', isReached: null },
      { what: `prompt tokens from a prefix cache of bounded size under this load, ${verifier.judge}`, n: `${report.promptTokens} tokens`, result: percent(report.cachedTokens / report.promptTokens), reach: '', isReached: null },
    ];
  } finally {
    await server.close();
    folder.remove();
  }
}

reportFigures([...await measure({ judge: 'batch' }), ...await measure({ judge: 'per-step' })]);
