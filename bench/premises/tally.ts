import type { ClaimVerdict } from '../../src/schema/index.js';
import { formatShare } from './wilson-interval.js';

export type Stance = 'supported' | 'contradicted' | 'unknown';

/** The larger half wins: a claim is supported or contradicted when that share is above one half and it was observable. */
export function stanceOf({ observable, support, conflict }: ClaimVerdict): Stance {
  if (observable && conflict > 0.5) return 'contradicted';
  return observable && support > 0.5 ? 'supported' : 'unknown';
}

/** Counts verdicts under a name, and keeps those that were not as hoped. */
export class Tally {
  readonly #counts = new Map<string, { n: number; observable: number; printed: number } & Record<Stance, number>>();
  readonly #misses: string[] = [];

  add(name: string, verdict: ClaimVerdict, hoped: Stance | readonly Stance[], where: string): void {
    const count = this.#counts.get(name) ?? { n: 0, observable: 0, printed: 0, supported: 0, contradicted: 0, unknown: 0 };
    const stance = stanceOf(verdict);
    count.n += 1;
    count[stance] += 1;
    if (verdict.observable) count.observable += 1;
    if (!verdict.observable && verdict.support > 0) count.printed += 1;
    this.#counts.set(name, count);
    if (![hoped].flat().includes(stance)) this.#misses.push(`${name} | ${where} | ${stance} | ${verdict.claim} | ${verdict.evidence.map((one) => one.text).join(' ')}`);
  }

  /** Prints the shares with their intervals; `list` also prints every miss. */
  print(list: boolean): void {
    for (const [name, { n, observable, printed, supported, contradicted, unknown }] of this.#counts) {
      console.log(`${name} (n = ${n})`);
      console.log(`  supported    ${formatShare(supported, n)}`);
      console.log(`  contradicted ${formatShare(contradicted, n)}`);
      console.log(`  unknown      ${formatShare(unknown, n)}; observable ${formatShare(observable, n)}; not observable but printed somewhere ${printed}`);
    }
    if (list) console.log(this.#misses.join('\n'));
  }
}
