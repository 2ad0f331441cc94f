import { defineCommandGroup } from '../define-command-group.js';
import { evalPremisePairsCommand } from './eval/premise-pairs.js';
import { stepEvaluationCommands } from './eval/steps.js';

export const evalCommand = defineCommandGroup({
  command: 'eval',
  describe: 'How good a verifier is, on labelled steps and on premise pairs',
  actions: [...stepEvaluationCommands, evalPremisePairsCommand],
});
