import { defineCommand } from '../../define-command.js';
import { cacheFlag } from '../../flags/model-flags.js';

export const cacheClearFlags = {
  json: { type: 'boolean', describe: 'As JSON' },
  ...cacheFlag,
} as const;

export const cacheClearCommand = defineCommand({
  command: 'clear',
  describe: 'Forget all kept answers; runs that are under way go on',
  flags: cacheClearFlags,
  load: async () => (await import('../../bodies/cache/clear.js')).cacheClear,
});
