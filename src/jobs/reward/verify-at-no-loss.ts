import { verifySolution, type VerifySolutionCall } from '../../pipeline/verify-solution.js';
import { gateRewards, resolveScoringOptions, scoreSolution } from '../../scoring/index.js';
import type { StepReward, Verification, VisualChecklist } from '../../schema/index.js';
import type { Verifier } from '../../verifiers/verifier.js';

/**
 * Verifies a solution so that leaving a declared premise out never pays: what a policy may simply not say can not cost it anything.
 * A declared premise counts where it helps; a contradiction counts where the verifier finds the premise in the step's own text.
 * Per step the better of "declared and found" and "found" is taken. Where one reliability stands for the whole response,
 * only found premises count. Errors: as verifySolution.
 */
export async function verifyAtNoLoss(call: VerifySolutionCall): Promise<Verification> {
  const scoring = resolveScoringOptions(call.scoring ?? {});
  if (scoring.reliability === 'response' || scoring.gate === 'evpv') return verifySolution({ ...call, premises: 'extracted' });
  let found: VisualChecklist = [];
  const verifier = watchExtraction(call.verifier, (checklist) => { found = checklist; });
  const both = await verifySolution({ ...call, verifier, premises: 'both' });
  const isDeclared = call.solution.steps.some(({ visualDependency }) => visualDependency !== null);
  if (!isDeclared || both.failures.some(({ stage }) => stage === 'checklist')) return both;

  const verdicts = new Map(both.checklist.map(({ claim, verdict }) => [claim, verdict]));
  const withoutDeclared = gateRewards({
    judgments: both.steps.map(({ judgment }) => judgment),
    claims: found.map((entry) => ({ ...entry, verdict: verdicts.get(entry.claim) ?? null })),
    reportedP: both.reportedP,
    auditFailure: both.failures.find(({ stage }) => stage === 'audit' || stage === 'describe')?.reason ?? null,
  }, scoring);
  const steps = both.steps.map((step, index) => takeBetter(step, withoutDeclared[index] as StepReward));
  return { ...both, steps, score: scoreSolution(steps, 'gated', scoring) };
}

/** A failed measurement stays failed. A step that only a declared premise speaks against has nothing against it. */
function takeBetter(declared: StepReward, found: StepReward): StepReward {
  if (declared.gated === null || (found.gated !== null && found.gated <= declared.gated)) return declared;
  return { ...found, verdicts: declared.verdicts, isVisual: declared.isVisual };
}

/** The same verifier; what it finds is told as well. */
function watchExtraction(verifier: Verifier, tell: (checklist: VisualChecklist) => void): Verifier {
  return {
    id: verifier.id, descriptionDependsOnQuestion: verifier.descriptionDependsOnQuestion, blindSpots: verifier.blindSpots,
    doDescribeImages: (call) => verifier.doDescribeImages(call),
    doExtractChecklist: async (call) => {
      const checklist = await verifier.doExtractChecklist(call);
      tell(checklist);
      return checklist;
    },
    doAuditChecklist: (call) => verifier.doAuditChecklist(call),
    doJudgeSteps: (call) => verifier.doJudgeSteps(call),
    close: () => verifier.close(),
  };
}
