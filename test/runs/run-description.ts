import type { RunDescription, RunSettings } from '../../src/runs/index.js';

/** A description of a run, with changes to its settings. */
export function aDescription(changes: Partial<RunSettings> = {}): RunDescription {
  return {
    settings: { verifier: 'builtin/1', options: { gate: 'premise', lambda: 0.5 }, promptHashes: {}, dataHash: 'abc', seed: 1, ...changes },
    optionsGiven: { gate: 'premise' },
    packages: { 'prm-verifier': '0.1.0' },
  };
}
