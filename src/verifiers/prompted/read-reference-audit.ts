import { z } from 'zod';
import type { ClaimVerdict } from '../../schema/index.js';
import type { ChecklistAudit } from '../verifier.js';
import { looseNumberSchema } from './loose-number.js';
import { looseTextSchema } from './loose-text.js';
import { matchStatement } from './match-statement.js';

/** An audit in the fields of the reference. One of its two results must be there. */
export const referenceAuditSchema = z.looseObject({
  errors_and_hallucinations: z.array(z.looseObject({
    faulty_statement: looseTextSchema,
    correction_or_reason: looseTextSchema,
    severity: looseTextSchema,
  })).nullish(),
  p_score: looseNumberSchema.pipe(z.number().min(0).max(1)).nullish().catch(null),
}).refine((answer) => answer.errors_and_hallucinations != null || answer.p_score != null, { error: 'expected "errors_and_hallucinations" and "p_score"' });

/**
 * Makes verdicts of the reference's audit. It lists contradictions only, so a claim that it does not name is unknown, and nobody
 * knows whether it could have been seen. A p outside of [0,1] is no p.
 */
export function readReferenceAudit(answer: z.output<typeof referenceAuditSchema>, claims: readonly string[]): ChecklistAudit {
  const verdicts = claims.map((claim): ClaimVerdict => ({ claim, observable: false, support: 0, conflict: 0, unknown: 1, severity: null, evidence: [] }));
  for (const { faulty_statement, correction_or_reason, severity } of answer.errors_and_hallucinations ?? []) {
    const at = matchStatement(faulty_statement, claims);
    const verdict = at === null ? undefined : verdicts[at];
    if (verdict === undefined) continue;
    Object.assign(verdict, { observable: true, conflict: 1, unknown: 0, severity: verdict.severity === 'high' || !/^low$/i.test(severity) ? 'high' : 'low' });
    verdict.evidence.push({ stance: 'conflict', text: correction_or_reason || faulty_statement, constraintId: null, places: [] });
  }
  return { verdicts, reportedP: answer.p_score ?? null };
}
