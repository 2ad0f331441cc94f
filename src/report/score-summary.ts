import type { ScoredProblem } from '../schema/index.js';
import { countCoverage, describeCoverage, type Coverage } from './count-coverage.js';
import { stanceOf, type Stance } from './stance-of.js';

/** Counts over scored problems, added up one by one. */
export class ScoreSummary {
  problems = 0;
  /** Id of the verifier; empty before the first problem. */
  verifier = '';
  candidates = 0;
  /** Candidates by the status of their gated score. */
  readonly statuses = { scored: 0, partial: 0, 'no-evidence': 0, unscored: 0 };
  /** Distinct claims of each candidate, by verdict. */
  readonly claims: Record<Stance, number> = { supported: 0, contradicted: 0, unknown: 0, 'not observable': 0, 'not audited': 0 };
  readonly coverage: Coverage = { steps: 0, judged: 0, premiseChecked: 0, checked: 0, unscored: 0 };
  /** Problems whose choice the gate changed, and problems whose gated choice is a tie. */
  changedByGate = 0;
  tied = 0;

  add({ candidates, selection, verifier }: ScoredProblem): void {
    this.verifier = verifier;
    this.problems++;
    this.candidates += candidates.length;
    for (const { verification } of candidates) {
      this.statuses[verification.score.status]++;
      for (const { verdict } of verification.checklist) this.claims[stanceOf(verdict)]++;
    }
    const coverage = countCoverage(candidates);
    for (const key of Object.keys(coverage) as (keyof Coverage)[]) this.coverage[key] += coverage[key];
    if (selection.gated.chosen !== selection.raw.chosen) this.changedByGate++;
    if (selection.gated.tiedWith.length > 0) this.tied++;
  }

  /** Whether some candidate has no whole score: then the command exits with 1. */
  get hasFailures(): boolean {
    return this.statuses.unscored + this.statuses.partial > 0;
  }

  /** The counts as lines for a person. */
  describe(): string[] {
    const { statuses, claims } = this;
    return [
      `${this.problems} problems, ${this.candidates} candidates: ${statuses.scored} scored, ${statuses.partial} partial, ${statuses['no-evidence']} without evidence, ${statuses.unscored} unscored`,
      `claims: ${claims.supported} supported, ${claims.contradicted} contradicted, ${claims.unknown} unknown, ${claims['not observable']} not observable${claims['not audited'] > 0 ? `, ${claims['not audited']} not audited` : ''}`,
      describeCoverage(this.coverage, this.verifier),
      `Best-of-N: the gate changed the choice of ${this.changedByGate} problems; ${this.tied} choices are ties`,
    ];
  }
}
