import type { CommandModule, Options, PositionalOptions } from 'yargs';
import { kebabCase } from './kebab-case.js';
import { runCommand } from './run-command.js';

/** What a command module exports to the parser: no work, no heavy import. */
interface CommandDefinition {
  command: string;
  describe: string;
  positionals?: Record<string, PositionalOptions>;
  flags: Record<string, Options>;
  examples?: readonly (readonly [string, string])[];
  /** Imports the body of the command; called only when the command runs. Returns the exit code. */
  load: () => Promise<(argv: Record<string, unknown>, signal: AbortSignal) => Promise<number>>;
}

/** Makes a yargs command whose body is loaded when it runs, with errors and exit codes handled in one place. */
export function defineCommand({ command, describe, positionals = {}, flags, examples = [], load }: CommandDefinition): CommandModule {
  return {
    command,
    describe,
    builder: (yargs) => {
      for (const [name, options] of Object.entries(positionals)) yargs.positional(name, options);
      for (const [line, text] of examples) yargs.example(line, text);
      return yargs.options(kebabKeys(flags));
    },
    handler: (argv) => runCommand(async (signal) => (await load())(argv, signal)),
  };
}

/** Help shows flags as people write them; yargs gives their values under the camel-case names as well. */
function kebabKeys(flags: Record<string, Options>): Record<string, Options> {
  return Object.fromEntries(Object.entries(flags).map(([name, options]) => [kebabCase(name), options]));
}
