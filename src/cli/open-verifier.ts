import { UsageError } from '../errors/index.js';
import { setUpVerifier, type VerifierSetup } from '../verifiers/set-up-verifier.js';
import { firstModel, kindOfVerifier, verifierOptionsSchema, type VerifierOptions } from '../verifiers/verifier-options.js';
import { modelFlags } from './flags/model-flags.js';
import { kebabCase } from './kebab-case.js';
import { pickVerifier } from './option-schemas.js';

/** After Ctrl-C, calls that are at a server may go on for this long, since they are paid for. A second Ctrl-C ends at once. */
export const FINISH_MS = 30_000;

/** Flags that scripts may give whatever the verifier is. */
const harmless = new Set(['cache', 'seed']);

/**
 * Makes the verifier that a command's options ask for.
 * @param argv The flags as given: one that only models heed is refused when there is no model, since it would do nothing.
 */
export async function openVerifier(options: VerifierOptions & Record<string, unknown>, signal: AbortSignal, argv: Record<string, unknown> = {}): Promise<VerifierSetup> {
  const picked = pickVerifier(options);
  const resolved = verifierOptionsSchema.parse(picked);
  if (kindOfVerifier(resolved) === 'builtin' && firstModel(resolved) === undefined) refuseIdleFlags(argv);
  return setUpVerifier(picked, { finishMs: FINISH_MS, signal });
}

function refuseIdleFlags(argv: Record<string, unknown>): void {
  const idle = Object.keys(modelFlags).find((flag) => argv[flag] !== undefined && !harmless.has(flag));
  if (idle === undefined) return;
  throw new UsageError(`Expected a model for \`--${kebabCase(idle)}\`, got none. Name it with \`--model http://host:port/v1#name\`, or leave the flag out.`);
}
