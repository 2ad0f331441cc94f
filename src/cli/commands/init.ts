import { defineCommand } from '../define-command.js';

export const initCommand = defineCommand({
  command: 'init <dir>',
  describe: 'Write a small commented example project that runs',
  positionals: { dir: { type: 'string', describe: 'A new or empty folder', demandOption: true } },
  flags: {},
  load: async () => (await import('../bodies/init.js')).init,
});
