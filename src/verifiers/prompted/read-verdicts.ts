import { z } from 'zod';
import { ParseError } from '../../errors/index.js';
import type { ClaimVerdict } from '../../schema/index.js';
import { looseNumberSchema } from './loose-number.js';
import { looseTextSchema } from './loose-text.js';

const lower = z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.string());
const verdictAnswer = z.looseObject({
  verdict: lower.pipe(z.enum(['supported', 'contradicted', 'unknown'])),
  observable: z.boolean().nullish(),
  severity: lower.pipe(z.enum(['high', 'low'])).nullish().catch(null),
  evidence: looseTextSchema,
});
/** An audit as a model writes it: claims are numbered from 1. A bare array is taken for the verdicts. */
export const verdictsAnswerSchema = z.preprocess(
  (value) => (Array.isArray(value) ? { verdicts: value as unknown } : value),
  z.looseObject({ verdicts: z.array(z.looseObject({ claim: looseNumberSchema })) }),
);

/**
 * Reads one verdict a claim.
 * @throws ParseError when a claim has no verdict, or two that differ: that is a failed measurement, never support.
 */
export function readVerdicts({ verdicts }: z.output<typeof verdictsAnswerSchema>, claims: readonly string[]): ClaimVerdict[] {
  const found = new Map<number, ClaimVerdict>();
  for (const entry of verdicts) {
    const claim = claims[entry.claim - 1];
    if (claim === undefined) throw new ParseError(`Expected claims from 1 to ${claims.length}, got a verdict for claim ${entry.claim}.`);
    const verdict = readVerdict(entry, claim);
    if (found.has(entry.claim) && JSON.stringify(found.get(entry.claim)) !== JSON.stringify(verdict)) throw new ParseError(`Expected one verdict for claim ${entry.claim}, got several that differ.`);
    found.set(entry.claim, verdict);
  }
  return claims.map((_, at) => {
    const verdict = found.get(at + 1);
    if (verdict === undefined) throw new ParseError(`Expected a verdict for each of the ${claims.length} claims, got none for claim ${at + 1}.`);
    return verdict;
  });
}

/** Reads one verdict. What a model calls supported or contradicted it must have been able to see. */
export function readVerdict(entry: unknown, claim: string): ClaimVerdict {
  const parsed = verdictAnswer.safeParse(entry);
  if (!parsed.success) throw new ParseError(`Expected the verdict "supported", "contradicted" or "unknown" for the claim "${claim.slice(0, 80)}".`);
  const { verdict, observable, severity, evidence } = parsed.data;
  const conflict = verdict === 'contradicted';
  return {
    claim,
    observable: verdict !== 'unknown' || observable === true,
    support: verdict === 'supported' ? 1 : 0,
    conflict: conflict ? 1 : 0,
    unknown: verdict === 'unknown' ? 1 : 0,
    severity: conflict ? severity ?? 'high' : null,
    evidence: evidence === '' ? [] : [{ stance: conflict ? 'conflict' : verdict === 'supported' ? 'support' : 'unknown', text: evidence, constraintId: null, places: [] }],
  };
}
