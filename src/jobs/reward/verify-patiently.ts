import { setTimeout as sleep } from 'node:timers/promises';
import type { Verification } from '../../schema/index.js';

/** The first pause before another try, in milliseconds; it doubles. */
const FIRST_PAUSE = 250;

/** Verifies again while something could not be measured, at most so many further times. An abort ends the pause too. */
export async function verifyPatiently(verify: () => Promise<Verification>, retries: number, signal: AbortSignal): Promise<Verification> {
  let verification = await verify();
  for (let again = 0; again < retries && verification.failures.length > 0; again++) {
    await sleep(FIRST_PAUSE * 2 ** again, undefined, { signal }).catch(() => undefined);
    verification = await verify();
  }
  return verification;
}
