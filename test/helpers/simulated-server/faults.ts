/** The ways in which a server goes wrong. */
export const faultNames = [
  'rate-limit', 'rate-limit-retry-after', 'error-500', 'error-503', 'reset', 'hang', 'half-body', 'malformed-json',
  'wrong-array-length', 'empty-choices', 'refusal', 'think-text', 'no-logprobs',
] as const;
/** `changed-model` is told apart: it never heals. */
export type Fault = (typeof faultNames)[number] | 'changed-model';

/** Chooses the fault of the n-th chat request (0-based); null for none. */
export type FaultPlan = (n: number) => Fault | null;

/** The first requests fail, one way each; all later ones are answered. */
export function failFirst(...faults: Fault[]): FaultPlan {
  return (n) => faults[n] ?? null;
}

/** A share of the requests fails, in ways that take turns; the same every time for one seed. */
export function failShare(share: number, seed: number, faults: readonly Fault[] = faultNames): FaultPlan {
  return (n) => {
    const dice = scramble(seed * 1_000_003 + n);
    return dice < share ? (faults[Math.floor((dice / share) * faults.length)] ?? null) : null;
  };
}

/** A number in [0,1) that depends on every bit of a seed (Wang's integer hash). */
function scramble(seed: number): number {
  let x = (seed ^ 61 ^ (seed >>> 16)) >>> 0;
  x = (x + (x << 3)) >>> 0;
  x = (x ^ (x >>> 4)) >>> 0;
  x = Math.imul(x, 0x27d4eb2d) >>> 0;
  x = (x ^ (x >>> 15)) >>> 0;
  return x / 2 ** 32;
}
