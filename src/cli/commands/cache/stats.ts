import { defineCommand } from '../../define-command.js';
import { cacheFlag } from '../../flags/model-flags.js';

export const cacheStatsFlags = {
  json: { type: 'boolean', describe: 'As JSON' },
  ...cacheFlag,
} as const;

export const cacheStatsCommand = defineCommand({
  command: 'stats',
  describe: 'Say how many answers of models are kept, and where',
  flags: cacheStatsFlags,
  load: async () => (await import('../../bodies/cache/stats.js')).cacheStats,
});
