import { defineCommand } from '../../define-command.js';

export const promptsImportFlags = {
  output: { type: 'string', alias: 'o', describe: 'Folder of the new pack' },
} as const;

export const promptsImportCommand = defineCommand({
  command: 'import <reference> <path>',
  describe: 'Make a pack of the prompts in your own clone of a reference; it is read as text, never executed',
  positionals: {
    reference: { type: 'string', describe: 'evpv', demandOption: true },
    path: { type: 'string', describe: 'The folder of the clone, or its prompt module', demandOption: true },
  },
  flags: promptsImportFlags,
  examples: [['prm prompts import evpv ./EVPV-PRM -o evpv-prompts', 'Then: prm score … --prompt-set evpv --prompts evpv-prompts']],
  load: async () => (await import('../../bodies/prompts/import.js')).importPrompts,
});
