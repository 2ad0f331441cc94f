import { defineCommand } from '../../define-command.js';
import { imagesFlag, inputFlags } from '../../flags/input-flags.js';
import { modelFlags } from '../../flags/model-flags.js';
import { scoringFlags } from '../../flags/scoring-flags.js';
import { verifierFlags } from '../../flags/verifier-flags.js';

const { onBadLine, limit } = inputFlags;
const { gate, lambda, tau, pool, reliability, pSource } = scoringFlags;

export const evalPremisePairsFlags = {
  level: { type: 'number', describe: 'Coverage of the intervals (default 0.95)' },
  premises: { type: 'string', describe: 'declared (default), extracted, both' },
  concurrency: { type: 'number', describe: 'Pairs in flight (default 2)' },
  output: { type: 'string', alias: 'o', describe: 'Also write what was measured of each pair (JSON Lines)' },
  json: { type: 'boolean', describe: 'The report as JSON on stdout' },
  ...imagesFlag,
  onBadLine, limit,
  gate, lambda, tau, pool, reliability, pSource,
  ...verifierFlags,
  ...modelFlags,
} as const;

export const evalPremisePairsCommand = defineCommand({
  command: 'premise-pairs [file]',
  describe: 'Two images that differ in one fact: does each reward its own premise?',
  positionals: { file: { type: 'string', describe: 'Premise pairs (default: the 64 of this package)' } },
  flags: evalPremisePairsFlags,
  examples: [['prm eval premise-pairs', 'The built-in verifier on the pairs of this package'], ['prm eval premise-pairs pairs.jsonl --model http://localhost:8000/v1#name', 'A model on pairs of your own']],
  load: async () => (await import('../../bodies/eval/premise-pairs.js')).evaluatePremisePairs,
});
