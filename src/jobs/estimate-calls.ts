import type { PremisesMode } from '../pipeline/premises.js';
import type { ProblemRecord } from '../schema/index.js';
import type { ResolvedVerifierOptions } from '../verifiers/verifier-options.js';

/** Calls of models by job, when every answer can be used and nothing is cached. */
export interface CallEstimate {
  describe: number;
  extract: number;
  audit: number;
  judge: number;
}

type Settings = Pick<ResolvedVerifierOptions, 'judge' | 'extraction' | 'votes'> & { premises: PremisesMode };

/**
 * Adds up what problems will cost in calls. An upper bound: extraction may find nothing to audit, images that are equal
 * under different names are described once, a prompt may describe them without the question, and a model that gives
 * log-probabilities needs no votes.
 */
export class CallCounter {
  readonly calls: CallEstimate = { describe: 0, extract: 0, audit: 0, judge: 0 };
  private readonly described = new Set<string>();

  constructor(private readonly settings: Settings) {}

  add({ problem, candidates }: ProblemRecord): void {
    const { judge, extraction, votes, premises } = this.settings;
    if (problem.images.length > 0) this.described.add(JSON.stringify([problem.images, problem.question, problem.choices ?? null]));
    this.calls.describe = this.described.size;
    for (const { solution: { steps, checklist } } of candidates) {
      if (steps.length === 0) continue;
      const isExtracted = premises !== 'declared' || checklist === 'undeclared';
      const isDeclared = premises !== 'extracted' && steps.some(({ visualDependency }) => visualDependency !== null);
      if (isExtracted) this.calls.extract++;
      // In a combined call the claims that it finds are audited already; declared ones beside them are not.
      if (isDeclared || (isExtracted && extraction === 'separate')) this.calls.audit++;
      const asked = judge === 'batch' || judge === 'pooling' ? 1 : steps.length;
      this.calls.judge += asked * (judge === 'pooling' ? 1 : votes);
    }
  }
}
