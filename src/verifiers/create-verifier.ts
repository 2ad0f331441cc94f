import { z } from 'zod';
import type { Verifier } from './verifier.js';

/** Options of the verifier that a command or a program asks for by name. */
export const verifierOptionsSchema = z.strictObject({
  verifier: z.enum(['builtin']).default('builtin'),
  /** Worker threads that read images, from 1 to 64. */
  workers: z.int().min(1).max(64).optional(),
  /** ONNX threads of each worker, from 1 to 64. */
  threads: z.int().min(1).max(64).optional(),
});
export type VerifierOptions = z.input<typeof verifierOptionsSchema>;

/** Makes a verifier by name. Concrete verifiers are loaded only when asked for; the caller closes what it gets. */
export async function createVerifier(options: VerifierOptions = {}): Promise<Verifier> {
  const { workers, threads } = verifierOptionsSchema.parse(options);
  const { createBuiltinVerifier } = await import('./builtin/create-builtin-verifier.js');
  return createBuiltinVerifier({ workers, threads });
}
