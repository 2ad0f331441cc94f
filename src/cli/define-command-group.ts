import type { CommandModule } from 'yargs';
import { UsageError } from '../errors/index.js';
import { runCommand } from './run-command.js';

interface CommandGroup {
  /** The word before the actions. */
  command: string;
  describe: string;
  actions: readonly CommandModule[];
}

/** Makes a command of several actions, each with a help and a body of its own: `prm prompts show`. */
export function defineCommandGroup({ command, describe, actions }: CommandGroup): CommandModule {
  const names = actions.map((action) => String(action.command).split(' ')[0]).join(', ');
  return {
    // Optional for the parser, so that the words for a missing or unknown action are ours.
    command: `${command} [action]`,
    describe,
    builder: (yargs) => {
      for (const action of actions) yargs.command(action);
      return yargs.usage(`prm ${command} <action>\n\n${describe}`);
    },
    handler: ({ action }) => runCommand(async () => {
      throw new UsageError(`Expected an action of \`prm ${command}\` (${names}), got ${action === undefined ? 'none' : `\`${String(action)}\``}. \`prm ${command} --help\` explains them.`);
    }),
  };
}
