import { defineCommandGroup } from '../define-command-group.js';
import { modelsCheckCommand } from './models/check.js';

export const modelsCommand = defineCommandGroup({
  command: 'models',
  describe: 'Models that verify: check what one can do',
  actions: [modelsCheckCommand],
});
