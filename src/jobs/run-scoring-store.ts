import type { RunKey, RunStore } from '../runs/index.js';
import { imageDescriptionSchema, verificationSchema, type Verification } from '../schema/index.js';
import type { ScoringStore } from './score-candidates.js';

/** Keeps descriptions and verifications in a run; failed work is listed there and tried again on resume. */
export function runScoringStore(run: RunStore): ScoringStore {
  const verifyKey = (problem: string, candidate: number): RunKey => ({ configuration: 'default', problem, candidate, stage: 'verify', step: null, sample: 0 });
  const describeKey = (imageSet: string): RunKey => ({ configuration: 'default', problem: imageSet, candidate: null, stage: 'describe', step: null, sample: 0 });
  return {
    descriptions: {
      async get(imageSet) {
        const value = await run.get(describeKey(imageSet));
        return value === undefined ? null : imageDescriptionSchema.parse(value);
      },
      put: (imageSet, description) => run.put(describeKey(imageSet), description),
    },
    async getVerification(problem, candidate) {
      const value = await run.get(verifyKey(problem, candidate));
      return value === undefined ? null : verificationSchema.parse(value);
    },
    putVerification: (problem, candidate, verification) => run.put(verifyKey(problem, candidate), verification),
    noteFailure: (problem, candidate, { failures }: Verification) =>
      run.fail(verifyKey(problem, candidate), failures.map(({ stage, reason }) => `${stage}: ${reason}`).join('; ')),
  };
}
