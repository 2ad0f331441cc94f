import { z } from 'zod';
import type { RunKey, RunStore } from '../runs/index.js';
import { imageDescriptionSchema, verificationSchema, type ImageDescription, type Verification } from '../schema/index.js';
import { readBack } from './read-back.js';
import type { ScoringStore } from './score-candidates.js';

const verifiedSchema = z.strictObject({ imageSet: z.string(), verification: verificationSchema });

/** Keeps descriptions and verifications in a run; failed work is listed there and tried again on resume. */
export function runScoringStore(run: RunStore): ScoringStore {
  const verifyKey = (problem: string, candidate: number): RunKey => ({ configuration: 'default', problem, candidate, stage: 'verify', step: null, sample: 0 });
  const describeKey = (imageSet: string): RunKey => ({ configuration: 'default', problem: imageSet, candidate: null, stage: 'describe', step: null, sample: 0 });
  return {
    descriptions: {
      get: (imageSet) => readBack<ImageDescription>(run, describeKey(imageSet), imageDescriptionSchema),
      put: (imageSet, description) => run.put(describeKey(imageSet), description),
    },
    async getVerification(problem, candidate, imageSet) {
      const found = await readBack<z.output<typeof verifiedSchema>>(run, verifyKey(problem, candidate), verifiedSchema);
      return found?.imageSet === imageSet ? found.verification : null;
    },
    putVerification: (problem, candidate, imageSet, verification) => run.put(verifyKey(problem, candidate), { imageSet, verification }),
    noteFailure: (problem, candidate, { failures }: Verification) =>
      run.fail(verifyKey(problem, candidate), failures.map(({ stage, reason }) => `${stage}: ${reason}`).join('; ')),
  };
}
