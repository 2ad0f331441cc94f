import { setUpVerifier, type VerifierSetup } from '../verifiers/set-up-verifier.js';
import type { VerifierOptions } from '../verifiers/verifier-options.js';
import { pickVerifier } from './option-schemas.js';

/** After Ctrl-C, calls that are at a server may go on for this long, since they are paid for. A second Ctrl-C ends at once. */
export const FINISH_MS = 30_000;

/** Makes the verifier that a command's options ask for. */
export function openVerifier(options: VerifierOptions & Record<string, unknown>, signal: AbortSignal): Promise<VerifierSetup> {
  return setUpVerifier(pickVerifier(options), { finishMs: FINISH_MS, signal });
}
