import { z } from 'zod';
import { ParseError } from '../../errors/index.js';
import type { VisualChecklist } from '../../schema/index.js';
import { looseNumberSchema } from './loose-number.js';
import { looseTextSchema } from './loose-text.js';

const stepNumbers = z.union([looseNumberSchema, z.array(looseNumberSchema)]).transform((value) => [value].flat());
/** Premises as a model writes them, with 1-based steps. A bare array is taken for the claims. */
export const claimsAnswerSchema = z.preprocess(
  (value) => (Array.isArray(value) ? { claims: value as unknown } : value),
  z.looseObject({ claims: z.array(z.looseObject({ claim: looseTextSchema, steps: stepNumbers })) }),
);

/** Claims with their 0-based steps, and the answered entry that each comes from first. */
export interface ReadClaims {
  checklist: VisualChecklist;
  /** One an entry of the checklist. */
  entries: Readonly<Record<string, unknown>>[];
}

/**
 * Reads the premises found in a solution of `stepCount` steps. Equal claims become one with the steps of all.
 * @throws ParseError for a step that does not exist.
 */
export function readClaims({ claims }: z.output<typeof claimsAnswerSchema>, stepCount: number): ReadClaims {
  const found = new Map<string, { steps: Set<number>; entry: Readonly<Record<string, unknown>> }>();
  for (const entry of claims) {
    if (entry.claim === '') continue;
    const wrong = entry.steps.find((step) => !Number.isInteger(step) || step < 1 || step > stepCount);
    if (wrong !== undefined || entry.steps.length === 0) {
      throw new ParseError(`Expected step numbers from 1 to ${stepCount} for each claim, got ${wrong ?? 'none'} for "${entry.claim.slice(0, 80)}".`);
    }
    const known = found.get(entry.claim) ?? { steps: new Set(), entry };
    for (const step of entry.steps) known.steps.add(step - 1);
    found.set(entry.claim, known);
  }
  const inOrder = [...found].map(([claim, { steps, entry }]) => ({ claim, steps: [...steps].sort((a, b) => a - b), entry }))
    .sort((a, b) => (a.steps[0] as number) - (b.steps[0] as number));
  return {
    checklist: inOrder.map(({ claim, steps }) => ({ claim, steps, origin: 'extracted' })),
    entries: inOrder.map(({ entry }) => entry),
  };
}
