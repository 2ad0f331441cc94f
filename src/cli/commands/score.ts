import { defineCommand } from '../define-command.js';
import { imagesFlag, inputFlags } from '../flags/input-flags.js';
import { scoringFlags } from '../flags/scoring-flags.js';
import { modelFlags } from '../flags/model-flags.js';
import { verifierFlags } from '../flags/verifier-flags.js';

export const scoreFlags = {
  ...imagesFlag,
  output: { type: 'string', alias: 'o', describe: 'Where the scored problems go (JSON Lines); required unless --dry-run' },
  run: { type: 'string', describe: 'Run folder (default: OUTPUT.run); the same command resumes it' },
  fresh: { type: 'boolean', describe: 'Start anew: removes what the run folder holds' },
  premises: { type: 'string', describe: 'declared (default; undeclared checklists are extracted), extracted, both' },
  concurrency: { type: 'number', describe: 'Problems in flight (default: 4, with models as many as their servers take)' },
  prices: { type: 'string', describe: 'Price list (YAML): currency, and models: { name: { input: 0.2, output: 0.6 } } per million tokens' },
  dryRun: { type: 'boolean', describe: 'Only count what would be done' },
  json: { type: 'boolean', describe: 'Summary as JSON on stdout' },
  ...inputFlags,
  ...scoringFlags,
  ...verifierFlags,
  ...modelFlags,
} as const;

export const scoreCommand = defineCommand({
  command: 'score <file>',
  describe: 'Score a file of candidates: step rewards before and after the gate',
  positionals: { file: { type: 'string', describe: 'Problems with candidates', demandOption: true } },
  flags: scoreFlags,
  examples: [['prm score candidates.jsonl --images images -o scored.jsonl', 'Score with the built-in verifier']],
  load: async () => (await import('../bodies/score.js')).score,
});
