import { defineCommand } from '../../define-command.js';
import { modelFlags } from '../../flags/model-flags.js';

export const promptsDiffFlags = { prompts: { ...modelFlags.prompts, group: undefined } } as const;

export const promptsDiffCommand = defineCommand({
  command: 'diff <before> <after>',
  describe: 'Compare two prompts line by line; exit code 1 when they differ',
  positionals: {
    before: { type: 'string', describe: 'id, id@version, or a prompt file', demandOption: true },
    after: { type: 'string', describe: 'id, id@version, or a prompt file', demandOption: true },
  },
  flags: promptsDiffFlags,
  examples: [['prm prompts diff judge-step-strict ./mine/judge-step-strict@2.yaml', '']],
  load: async () => (await import('../../bodies/prompts/diff.js')).comparePrompts,
});
