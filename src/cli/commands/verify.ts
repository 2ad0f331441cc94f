import { defineCommand } from '../define-command.js';
import { scoringFlags } from '../flags/scoring-flags.js';
import { modelFlags } from '../flags/model-flags.js';
import { verifierFlags } from '../flags/verifier-flags.js';

export const verifyFlags = {
  question: { type: 'string', alias: 'q', describe: 'The question' },
  solution: { type: 'string', alias: 's', describe: 'File with the solution in free text; - for standard input' },
  answer: { type: 'string', describe: 'Reference answer: compared with the solution\'s, never used for the rewards' },
  html: { type: 'string', describe: 'Also write the explanation as a page' },
  json: { type: 'boolean', describe: 'The scored problem as JSON' },
  ...scoringFlags,
  ...verifierFlags,
  ...modelFlags,
} as const;

export const verifyCommand = defineCommand({
  command: 'verify [files..]',
  describe: 'Check one solution typed by hand against images',
  positionals: { files: { type: 'string', array: true, describe: 'Image files' } },
  flags: verifyFlags,
  examples: [['prm verify prices.png -q "What do two bowls cost?" -s solution.txt', 'Check the steps of solution.txt']],
  load: async () => (await import('../bodies/verify.js')).verify,
});
