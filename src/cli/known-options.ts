import { globalFlags } from './flags/global-flags.js';
import { convertFlags } from './commands/convert.js';
import { demoFlags } from './commands/demo.js';
import { describeFlags } from './commands/describe.js';
import { inspectFlags } from './commands/inspect.js';
import { scoreFlags } from './commands/score.js';
import { verifyFlags } from './commands/verify.js';

/** Every option that a config file may hold: those of all commands, since commands share one file. */
export const knownOptions: ReadonlySet<string> = new Set(
  [globalFlags, convertFlags, demoFlags, describeFlags, inspectFlags, scoreFlags, verifyFlags].flatMap(Object.keys).filter((name) => name !== 'config'),
);
