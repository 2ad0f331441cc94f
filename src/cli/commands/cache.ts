import { defineCommandGroup } from '../define-command-group.js';
import { cacheClearCommand } from './cache/clear.js';
import { cacheStatsCommand } from './cache/stats.js';

export const cacheCommand = defineCommandGroup({
  command: 'cache',
  describe: 'Answers of models that are kept between runs: stats, clear',
  actions: [cacheStatsCommand, cacheClearCommand],
});
