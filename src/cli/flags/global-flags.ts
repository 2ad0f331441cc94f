import type { Options } from 'yargs';

/** Flags of every command. Defaults are decided where the options are resolved, never here. */
export const globalFlags = {
  config: { type: 'string', describe: 'Config file (default: prm.config.yaml where there is one)', global: true },
  quiet: { type: 'boolean', describe: 'No progress and no summary on stderr', global: true },
} as const satisfies Record<string, Options>;
