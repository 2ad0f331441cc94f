import { z } from 'zod';

/**
 * Whose premises are audited.
 * `declared`: those the policy declared; a solution that declares none because nobody asked it is filled by extraction.
 * `extracted`: those the verifier finds in the step texts, whatever was declared.
 * `both`: all of them, so that leaving a premise undeclared gains nothing.
 */
export const premisesModeSchema = z.enum(['declared', 'extracted', 'both']);
export type PremisesMode = z.infer<typeof premisesModeSchema>;
