import { defineCommand } from '../define-command.js';
import { scoringFlags } from '../flags/scoring-flags.js';

export const rerankFlags = {
  output: { type: 'string', alias: 'o', describe: 'Where the ranked problems go (JSON Lines)' },
  onBadLine: { type: 'string', describe: 'fail (default): stop at a line that cannot be read; skip: leave it out, list it, exit 1' },
  limit: { type: 'number', describe: 'At most this many problems' },
  ...scoringFlags,
} as const;

export const rerankCommand = defineCommand({
  command: 'rerank <file>',
  describe: 'Order the candidates of a scored file, best first, under any gate and aggregation',
  positionals: { file: { type: 'string', describe: 'Output of prm score', demandOption: true } },
  flags: rerankFlags,
  examples: [['prm rerank scored.jsonl -o ranked.jsonl --gate none --aggregate min', 'Without the gate, by the weakest step']],
  load: async () => (await import('../bodies/rerank.js')).rerank,
});
