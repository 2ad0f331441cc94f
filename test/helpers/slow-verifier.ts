import { setTimeout as sleep } from 'node:timers/promises';
import type { Verifier } from '../../src/verifiers/verifier.js';
import { fakeVerifier } from './fake-verifier.js';

/** A verifier that judges slowly and stops when told to; it counts how often it began and how often it was stopped. */
export function slowVerifier(milliseconds: number): Verifier & { counts: { begun: number; stopped: number } } {
  const fake = fakeVerifier();
  const counts = { begun: 0, stopped: 0 };
  return {
    ...fake,
    counts,
    async doJudgeSteps(call) {
      counts.begun++;
      await sleep(milliseconds, undefined, { signal: call.signal }).catch((error: unknown) => {
        counts.stopped++;
        throw error;
      });
      return fake.doJudgeSteps(call);
    },
  };
}
