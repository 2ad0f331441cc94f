import type { Options } from 'yargs';

const group = 'Scoring:';

/** Flags of everything that turns judgments and verdicts into numbers (src/schema/scoring-options.ts has the defaults). */
export const scoringFlags = {
  gate: { type: 'string', group, describe: 'premise (default), evpv, symmetric, threshold, none' },
  lambda: { type: 'number', group, describe: 'premise gate: weight of unknown, 0 to 1 (default 0.5)' },
  tau: { type: 'number', group, describe: 'threshold gate: support needed, 0 to 1 (default 0.5)' },
  pool: { type: 'string', group, describe: 'How the claims of a step are pooled: weakest (default), mean' },
  reliability: { type: 'string', group, describe: 'step (default): the claims of each step; response: all claims on every visual step' },
  pSource: { type: 'string', group, describe: 'evpv gate: recomputed (default) or reported by the verifier' },
  aggregate: { type: 'string', group, describe: 'mean (default), min, product, last, correctness-rate, weighted-correctness, streak, geometric-mean, first-error-position' },
  onNoEvidence: { type: 'string', group, describe: 'A step with nothing to check counts 0.5 (neutral, default) or is left out (skip)' },
  onPartial: { type: 'string', group, describe: 'A candidate with unscored steps: ineligible (default) or use-what-is-there' },
} as const satisfies Record<string, Options>;
