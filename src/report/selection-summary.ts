import { clusteredInterval, type MeanInterval } from '../metrics/index.js';
import type { ScoredCandidate, ScoredProblem, Selection } from '../schema/index.js';

interface Outcome {
  cluster: string;
  gated: number;
  raw: number;
  random: number;
  oracle: number;
}

const rows = [
  ['with the gate', (outcome: Outcome) => outcome.gated],
  ['without the gate', (outcome: Outcome) => outcome.raw],
  ['a candidate at random', (outcome: Outcome) => outcome.random],
  ['the best there is', (outcome: Outcome) => outcome.oracle],
  ['gate minus no gate', (outcome: Outcome) => outcome.gated - outcome.raw],
  ['gate minus random', (outcome: Outcome) => outcome.gated - outcome.random],
] as const;

/** How often Best-of-N takes a right candidate, over the problems where every candidate is known to be right or wrong. */
export class SelectionSummary {
  readonly #outcomes: Outcome[] = [];
  /** Problems left out, because the correctness of some candidate is not known. */
  leftOut = 0;

  add({ problem, candidates, selection }: ScoredProblem): void {
    if (candidates.length === 0 || candidates.some(({ correct }) => correct === undefined)) {
      this.leftOut++;
      return;
    }
    const rights: number[] = candidates.map(({ correct }) => (correct ? 1 : 0));
    this.#outcomes.push({
      cluster: JSON.stringify([problem.question, problem.images]),
      gated: shareRight(candidates, selection.gated),
      raw: shareRight(candidates, selection.raw),
      random: rights.reduce((sum, right) => sum + right, 0) / rights.length,
      oracle: Math.max(...rights),
    });
  }

  /** Means with 95 % intervals clustered by question and images, one row a way of choosing. */
  intervals(): { name: string; interval: MeanInterval }[] {
    return rows.map(([name, pick]) => ({ name, interval: clusteredInterval(this.#outcomes.map((outcome) => ({ value: pick(outcome), cluster: outcome.cluster }))) }));
  }

  /** The rows for a person; empty when no problem counts. */
  describe(): string[] {
    if (this.#outcomes.length === 0) return [];
    const leftOut = this.leftOut > 0 ? `; ${this.leftOut} problems left out, correctness not known` : '';
    return [
      `How often is the taken candidate right? ${this.#outcomes.length} problems, ties shared, 95 % intervals over problems${leftOut}`,
      ...this.intervals().map(({ name, interval: { mean, low, high } }) =>
        `  ${name.padEnd(22)} ${mean?.toFixed(3).padStart(6)}${low === null || high === null ? '' : `  [${low.toFixed(3)}, ${high.toFixed(3)}]`}`),
    ];
  }
}

/** The share of right candidates among those tied for the choice; nothing chosen is not right. */
function shareRight(candidates: readonly ScoredCandidate[], { chosen, tiedWith }: Selection): number {
  if (chosen === null) return 0;
  const taken = new Set([chosen, ...tiedWith]);
  return candidates.filter(({ index, correct }) => taken.has(index) && correct === true).length / taken.size;
}
