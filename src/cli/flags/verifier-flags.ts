import type { Options } from 'yargs';

const group = 'Verifier:';

/** Flags that choose and size the verifier. */
export const verifierFlags = {
  verifier: { type: 'string', group, describe: 'builtin (default): reads printed text, checks arithmetic; no model, no network' },
  workers: { type: 'number', group, describe: 'Worker threads that read images (default 1)' },
  threads: { type: 'number', group, describe: 'ONNX threads of each worker (default 2)' },
} as const satisfies Record<string, Options>;
