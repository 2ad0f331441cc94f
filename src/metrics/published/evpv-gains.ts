import type { PublishedResult } from './published-result.js';

const gains = { 'InternVL2.5-8B': 8.83, 'InternVL2.5-26B': 9.52, 'InternVL2.5-38B': 9.78 };

/**
 * EVPV's gains at N = 8, mean of six benchmarks. Its released code counts a tie as right when any tied candidate is, and
 * ranks by ungated scores; `--compat evpv` does the same.
 */
export const evpvGains: readonly PublishedResult[] = Object.entries(gains).map(([policy, gain]): PublishedResult => ({
  benchmark: 'mean of six', policy, verifier: 'EVPV-PRM-7B', n: 8, single: null, bestOfN: null, gain, source: 'EVPV, arXiv 2603.16253, first figure',
}));
