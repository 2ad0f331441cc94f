import { AbortedError, PrmError, PromptError, UsageError } from '../errors/index.js';
import { oneLine } from '../util/one-line.js';
import { EXIT } from './exit-codes.js';

/**
 * Runs the body of a command: Ctrl-C aborts it through `signal`, a known error prints one line, and the exit code is set.
 * The body returns its exit code. A second Ctrl-C ends the process at once.
 */
export async function runCommand(body: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
    process.stderr.write('\nprm: stopping; calls that are under way are finished first. Ctrl-C again stops at once.\n');
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    process.exitCode = await body(controller.signal);
  } catch (error) {
    process.exitCode = reportError(error);
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** Prints one line for a known error, and more only for a defect of ours. Returns the exit code. */
function reportError(error: unknown): number {
  if (error instanceof AbortedError) {
    process.stderr.write(`prm: interrupted. ${oneLine(error)}\n`);
    return EXIT.interrupted;
  }
  if (error instanceof PrmError) {
    process.stderr.write(`prm: ${oneLine(error)}\n`);
    return error instanceof UsageError || error instanceof PromptError ? EXIT.usage : EXIT.failures;
  }
  process.stderr.write(`prm: unexpected error, please report it: ${oneLine(error)}\n`);
  if (process.env['PRM_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  else process.stderr.write('prm: set PRM_DEBUG=1 for the stack.\n');
  return EXIT.failures;
}
