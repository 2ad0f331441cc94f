import { setTimeout as sleep } from 'node:timers/promises';
import type { Verification } from '../../schema/index.js';

/** The first pause before another try, in milliseconds; it doubles. */
const FIRST_PAUSE = 250;

/** Verifies again while something could not be measured, at most so many further times. An abort ends the pause too. */
export async function verifyPatiently<T extends { verification: Verification }>(verify: () => Promise<T>, retries: number, signal: AbortSignal): Promise<T> {
  let made = await verify();
  for (let again = 0; again < retries && made.verification.failures.length > 0; again++) {
    await sleep(FIRST_PAUSE * 2 ** again, undefined, { signal }).catch(() => undefined);
    made = await verify();
  }
  return made;
}
