import { defineCommand } from '../../define-command.js';
import { connectionFlags, modelFlags } from '../../flags/model-flags.js';

const { model, describeModel, auditModel, judgeModel, judge, stepMark } = modelFlags;

export const modelsCheckFlags = {
  json: { type: 'boolean', describe: 'As JSON, one line a model' },
  model, describeModel, auditModel, judgeModel, judge, stepMark,
  ...connectionFlags,
  timeout: { ...connectionFlags.timeout, describe: 'Seconds that one call may take (default 120)' },
  retries: { ...connectionFlags.retries, describe: 'Further tries after a failure that may pass (default 1)' },
} as const;

export const modelsCheckCommand = defineCommand({
  command: 'check',
  describe: 'Ask a model what it is and what it can do, by real calls',
  flags: modelsCheckFlags,
  examples: [
    ['prm models check --model http://localhost:8000/v1', 'The one model of a server'],
    ['prm models check --model http://localhost:8001/v1 --judge pooling', 'A native process reward model'],
  ],
  load: async () => (await import('../../bodies/models/check.js')).checkModels,
});
