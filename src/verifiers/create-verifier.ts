import { setUpVerifier } from './set-up-verifier.js';
import type { Verifier } from './verifier.js';
import type { VerifierOptions } from './verifier-options.js';

/**
 * Makes a verifier by name. Concrete verifiers are loaded only when asked for; the caller closes what it gets.
 * @throws UsageError, PromptError, ModelError, RunStoreError: see setUpVerifier.
 */
export async function createVerifier(options: VerifierOptions = {}): Promise<Verifier> {
  return (await setUpVerifier(options)).verifier;
}
