import { defineCommandGroup } from '../define-command-group.js';
import { stepEvaluationCommands } from './eval/steps.js';

export const evalCommand = defineCommandGroup({
  command: 'eval',
  describe: 'How good a verifier is, on steps that people labelled',
  actions: [...stepEvaluationCommands],
});
