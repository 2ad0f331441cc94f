import { defineCommandGroup } from '../define-command-group.js';
import { promptsCheckCommand } from './prompts/check.js';
import { promptsDiffCommand } from './prompts/diff.js';
import { promptsImportCommand } from './prompts/import.js';
import { promptsShowCommand } from './prompts/show.js';

export const promptsCommand = defineCommandGroup({
  command: 'prompts',
  describe: 'Texts that models read: show, diff, check, import',
  actions: [promptsShowCommand, promptsDiffCommand, promptsCheckCommand, promptsImportCommand],
});
