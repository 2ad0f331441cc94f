import { defineCommand } from '../define-command.js';
import { modelFlags } from '../flags/model-flags.js';
import { verifierFlags } from '../flags/verifier-flags.js';

export const describeFlags = {
  question: { type: 'string', alias: 'q', describe: 'The question, for verifiers that look at it' },
  json: { type: 'boolean', describe: 'The description as JSON, one line an image' },
  ...verifierFlags,
  ...modelFlags,
} as const;

export const describeCommand = defineCommand({
  command: 'describe <files..>',
  describe: 'Print what the verifier reads in images',
  positionals: { files: { type: 'string', array: true, describe: 'Image files', demandOption: true } },
  flags: describeFlags,
  examples: [['prm describe prices.png', 'Words with boxes, facts, constraints']],
  load: async () => (await import('../bodies/describe.js')).describeFiles,
});
