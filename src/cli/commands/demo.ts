import { defineCommand } from '../define-command.js';
import { scoringFlags } from '../flags/scoring-flags.js';
import { modelFlags } from '../flags/model-flags.js';
import { verifierFlags } from '../flags/verifier-flags.js';

export const demoFlags = {
  all: { type: 'boolean', describe: 'Show every problem, not only the first of each kind' },
  ...scoringFlags,
  ...verifierFlags,
  ...modelFlags,
} as const;

export const demoCommand = defineCommand({
  command: 'demo',
  describe: 'Run the main job on the sample data: no model, no network',
  flags: demoFlags,
  load: async () => (await import('../bodies/demo.js')).demo,
});
