#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { commands } from './commands/index.js';
import { boundHeap } from '../util/bound-heap.js';
import { globalFlags } from './flags/global-flags.js';
import { EXIT } from './exit-codes.js';

boundHeap();
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

// A reader that closes early (`prm … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const parser = yargs(hideBin(process.argv))
  .scriptName('prm')
  .usage('$0 <command>\n\nHow far can each step of a solution be trusted? Checks the visual premises of the steps against the image and gates the step rewards by what it found.')
  .version(version)
  .options(globalFlags)
  .strict()
  .parserConfiguration({ 'camel-case-expansion': true })
  .demandCommand(1, 'Expected a command, got none. `prm --help` lists them.')
  .wrap(Math.min(100, process.stdout.columns ?? 100))
  .epilogue('Options may also be set in prm.config.yaml and as PRM_… environment variables. `prm <command> --help` lists the options of a command.')
  .fail((message, error) => {
    if (error) throw error;
    process.stderr.write(`prm: ${message.replaceAll('\n', ' ')}\n`);
    process.exit(EXIT.usage);
  });
for (const command of commands) parser.command(command);
await parser.parseAsync();
