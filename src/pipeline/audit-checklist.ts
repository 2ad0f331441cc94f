import { ParseError } from '../errors/index.js';
import type { ImageDescription, Solution, VisualChecklist } from '../schema/index.js';
import type { ChecklistAudit, VisibleProblem, Verifier } from '../verifiers/verifier.js';

/** Holds the claims of a checklist against a description: one verdict a claim, checked for number and sum. */
export async function auditChecklist(
  verifier: Verifier,
  call: { problem: VisibleProblem; description: ImageDescription; solution?: Solution; checklist: VisualChecklist; signal?: AbortSignal | undefined },
): Promise<ChecklistAudit> {
  const { problem, description, solution, checklist, signal } = call;
  if (checklist.length === 0) return { verdicts: [], reportedP: null };
  const audit = await verifier.doAuditChecklist({ problem, description, solution, claims: checklist.map(({ claim }) => claim), signal });
  if (audit.verdicts.length !== checklist.length) {
    throw new ParseError(`Expected ${checklist.length} verdicts from ${verifier.id}, one a claim, got ${audit.verdicts.length}.`);
  }
  for (const { claim, support, conflict, unknown } of audit.verdicts) {
    if (!(Math.abs(support + conflict + unknown - 1) < 1e-6)) {
      throw new ParseError(`Expected support, conflict and unknown of a verdict to sum to 1, got ${support + conflict + unknown} for the claim "${claim.slice(0, 80)}".`);
    }
  }
  return audit;
}
