import type { ClaimVerdict, ImageDescription, StepJudgment } from '../../src/schema/index.js';
import type { Verifier } from '../../src/verifiers/verifier.js';

interface FakeOptions {
  descriptionDependsOnQuestion?: boolean;
  /** Called before each describe; may throw. */
  describe?: () => void;
  /** Verdict shares by claim text; default full support. */
  verdicts?: Record<string, Partial<ClaimVerdict>>;
  audit?: () => void;
  judge?: (step: string) => StepJudgment;
}

export const emptyDescription: ImageDescription = { caption: '', keyFacts: [], uncertain: [], constraints: [], words: [], imageSizes: [] };

/** A verifier with scripted answers that counts its calls: for tests of what stands around a verifier. */
export function fakeVerifier(options: FakeOptions = {}): Verifier & { calls: { describe: number; extract: number; audit: number; judge: number } } {
  const calls = { describe: 0, extract: 0, audit: 0, judge: 0 };
  return {
    id: 'fake/1',
    descriptionDependsOnQuestion: options.descriptionDependsOnQuestion ?? false,
    blindSpots: 'everything',
    calls,
    async doDescribeImages() {
      calls.describe++;
      options.describe?.();
      return emptyDescription;
    },
    async doExtractChecklist({ solution }) {
      calls.extract++;
      return solution.steps.flatMap(({ text }, index) => (text.startsWith('I see ') ? [{ claim: text.slice(6), steps: [index], origin: 'extracted' as const }] : []));
    },
    async doAuditChecklist({ claims }) {
      calls.audit++;
      options.audit?.();
      return {
        reportedP: null,
        verdicts: claims.map((claim) => ({ claim, observable: true, support: 1, conflict: 0, unknown: 0, severity: null, evidence: [], ...options.verdicts?.[claim] })),
      };
    },
    async doJudgeSteps({ solution }) {
      calls.judge++;
      return solution.steps.map(({ text }) => options.judge?.(text) ?? { status: 'scored', probability: 1, source: 'builtin', findings: [] });
    },
    async close() {},
  };
}
