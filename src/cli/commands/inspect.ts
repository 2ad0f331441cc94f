import { defineCommand } from '../define-command.js';
import { imagesFlag } from '../flags/input-flags.js';

export const inspectFlags = {
  id: { type: 'string', describe: 'Id of the problem (default: the first)' },
  html: { type: 'string', describe: 'Write a page with the image, the boxes of the evidence and the steps' },
  json: { type: 'boolean', describe: 'The scored problem as JSON' },
  ...imagesFlag,
} as const;

export const inspectCommand = defineCommand({
  command: 'inspect <file>',
  describe: 'Explain one problem of a scored file: every step, every claim, its evidence',
  positionals: { file: { type: 'string', describe: 'Output of prm score', demandOption: true } },
  flags: inspectFlags,
  examples: [['prm inspect scored.jsonl --id table-prices-01 --html page.html', '']],
  load: async () => (await import('../bodies/inspect.js')).inspect,
});
