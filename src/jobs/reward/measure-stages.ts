import type { Verifier } from '../../verifiers/verifier.js';

/** How long a verifier worked on one solution, and how often it was asked. Stages that run side by side each count in full. */
export interface StageTimings {
  calls: number;
  describeMs: number;
  /** Finding premises and holding them against the description. */
  auditMs: number;
  judgeMs: number;
}

export const noTimings = (): StageTimings => ({ calls: 0, describeMs: 0, auditMs: 0, judgeMs: 0 });

/** The same verifier, with its time and calls counted. */
export function measureStages(verifier: Verifier, timings: StageTimings): Verifier {
  const measure = async <T>(stage: 'auditMs' | 'judgeMs' | 'describeMs', work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    timings.calls++;
    try {
      return await work();
    } finally {
      timings[stage] += performance.now() - start;
    }
  };
  return {
    id: verifier.id, descriptionDependsOnQuestion: verifier.descriptionDependsOnQuestion, blindSpots: verifier.blindSpots,
    doDescribeImages: (call) => measure('describeMs', () => verifier.doDescribeImages(call)),
    doExtractChecklist: (call) => measure('auditMs', () => verifier.doExtractChecklist(call)),
    doAuditChecklist: (call) => measure('auditMs', () => verifier.doAuditChecklist(call)),
    doJudgeSteps: (call) => measure('judgeMs', () => verifier.doJudgeSteps(call)),
    close: () => verifier.close(),
  };
}
