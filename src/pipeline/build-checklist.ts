import type { ImageDescription, Solution, VisualChecklist } from '../schema/index.js';
import type { VisibleProblem, Verifier } from '../verifiers/verifier.js';
import type { PremisesMode } from './premises.js';

/** Collects the distinct declared dependencies with the steps that use each, in order of first use. */
function declaredChecklist(solution: Solution): VisualChecklist {
  const bySpelling = new Map<string, number[]>();
  solution.steps.forEach((step, index) => {
    const claim = step.visualDependency?.trim();
    if (!claim) return;
    const steps = bySpelling.get(claim);
    if (steps) steps.push(index);
    else bySpelling.set(claim, [index]);
  });
  return [...bySpelling].map(([claim, steps]) => ({ claim, steps, origin: 'declared' }));
}

/** Joins two checklists; a claim found in both keeps the origin of the first and the steps of both. */
function joinChecklists(first: VisualChecklist, second: VisualChecklist): VisualChecklist {
  const joined = new Map(first.map((entry) => [entry.claim, entry]));
  for (const entry of second) {
    const known = joined.get(entry.claim);
    const steps = [...new Set([...(known?.steps ?? []), ...entry.steps])].sort((a, b) => a - b);
    joined.set(entry.claim, { ...(known ?? entry), steps });
  }
  return [...joined.values()];
}

/** Makes the visual checklist of a solution: declared, extracted, or both (see PremisesMode). */
export async function buildChecklist(
  verifier: Verifier,
  call: { problem: VisibleProblem; solution: Solution; description?: ImageDescription | null; premises: PremisesMode; signal?: AbortSignal | undefined },
): Promise<VisualChecklist> {
  const { problem, solution, description, premises, signal } = call;
  const declared = premises === 'extracted' ? [] : declaredChecklist(solution);
  if (premises === 'declared' && solution.checklist === 'declared') return declared;
  return joinChecklists(declared, await verifier.doExtractChecklist({ problem, solution, description, signal }));
}
