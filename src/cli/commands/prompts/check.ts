import { defineCommand } from '../../define-command.js';

export const promptsCheckFlags = {
  lock: { type: 'boolean', describe: 'Add new prompts to lock.json (and make it); what is locked is never changed' },
  json: { type: 'boolean', describe: 'As JSON' },
} as const;

export const promptsCheckCommand = defineCommand({
  command: 'check [dir]',
  describe: 'Name everything that is wrong with a folder of prompts; exit code 1 when something is',
  positionals: { dir: { type: 'string', describe: 'A folder of prompts (default: those of this package)' } },
  flags: promptsCheckFlags,
  load: async () => (await import('../../bodies/prompts/check.js')).checkPromptFolder,
});
