import { defineCommand } from '../../define-command.js';
import { modelFlags } from '../../flags/model-flags.js';

export const promptsShowFlags = {
  json: { type: 'boolean', describe: 'As JSON, one line a prompt' },
  prompts: { ...modelFlags.prompts, group: undefined },
} as const;

export const promptsShowCommand = defineCommand({
  command: 'show [prompt]',
  describe: 'List the prompts, or print one as the YAML of its file',
  positionals: { prompt: { type: 'string', describe: 'id (the newest version) or id@version; default: a list of all' } },
  flags: promptsShowFlags,
  examples: [
    ['prm prompts show', 'All prompts, one line each'],
    ['prm prompts show judge-step-strict', 'One prompt with its hash'],
  ],
  load: async () => (await import('../../bodies/prompts/show.js')).showPrompts,
});
