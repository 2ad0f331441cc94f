import { z } from 'zod';
import { tryJson } from '../http/try-json.js';
import type { SpelledConstraint } from './spell-constraint.js';

const wrappedChoice = z.looseObject({ answer: z.string() });

/**
 * Takes a choice out of the JSON that the constraint had to put around it.
 * Text that is not so wrapped (a server that ignored the constraint, a cut-off answer) comes back as it is.
 */
export function unwrapChoice(text: string, wrapping: SpelledConstraint['wrapping']): { text: string; isUnwrapped: boolean } {
  if (wrapping === 'none') return { text, isUnwrapped: false };
  const json = tryJson(text);
  if (wrapping === 'string') return typeof json === 'string' ? { text: json, isUnwrapped: true } : { text, isUnwrapped: false };
  const parsed = wrappedChoice.safeParse(json);
  return parsed.success ? { text: parsed.data.answer, isUnwrapped: true } : { text, isUnwrapped: false };
}
