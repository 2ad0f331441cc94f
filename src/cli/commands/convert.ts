import { defineCommand } from '../define-command.js';
import { inputFlags } from '../flags/input-flags.js';

export const convertFlags = {
  to: { type: 'string', describe: 'native, evpv, …: see docs/datasets.md' },
  output: { type: 'string', alias: 'o', describe: 'Where the result goes' },
  stepScores: { type: 'string', describe: 'evpv output: hard (signs, the reference\'s custom, default) or soft' },
  ...inputFlags,
} as const;

export const convertCommand = defineCommand({
  command: 'convert <file>',
  describe: 'Turn one file format into another',
  positionals: { file: { type: 'string', describe: 'Problems, in any format that is read', demandOption: true } },
  flags: convertFlags,
  examples: [['prm convert scored.jsonl --to evpv -o reference.jsonl', 'For scripts of the reference']],
  load: async () => (await import('../bodies/convert.js')).convert,
});
