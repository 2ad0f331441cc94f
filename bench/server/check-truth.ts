import type { Candidate, ScoredProblem } from '../../src/schema/index.js';
import { CANDIDATES, STEPS } from './load.js';
import { markOf, trueProbability, trueVerdict } from './true-answer.js';

/** What came of the steps and claims of a run, held against what the server truly thinks. */
export class TruthCheck {
  problems = 0;
  scored = 0;
  unscored = 0;
  /** Not scored, and no reason why. */
  silent = 0;
  /** Scored, but not as the server truly answers. */
  invented = 0;
  examples: string[] = [];
  /** Stages that failed, for which a resumed run tries again. */
  failures = 0;

  /** `isHard`: the answers carry no probability, so that a step is 1 or 0. */
  constructor(private readonly isHard: boolean) {}

  add({ candidates }: ScoredProblem): void {
    this.problems++;
    for (const candidate of candidates) this.addCandidate(candidate);
  }

  /** Whether every step and claim of so many problems is there, either true or with its reason. */
  isHonest(problems: number): boolean {
    return this.invented === 0 && this.silent === 0 && this.problems === problems && this.scored + this.unscored === problems * CANDIDATES * STEPS;
  }

  private addCandidate({ solution, verification }: ScoredProblem['candidates'][number]): void {
    this.failures += verification.failures.length;
    verification.steps.forEach(({ judgment }, at) => {
      if (judgment.status !== 'scored') {
        this.unscored++;
        if (judgment.status !== 'unscored' || judgment.reason.trim() === '') this.silent++;
        return;
      }
      this.scored++;
      const truth = this.truthOf(solution, at);
      if (Math.abs(judgment.probability - truth) > 1e-6) this.note(`a step scored ${judgment.probability} by ${judgment.source}, truly ${truth}`);
    });
    for (const { claim, verdict } of verification.checklist) {
      if (verdict === null) {
        if (verification.failures.length === 0) this.silent++;
        continue;
      }
      const found = verdict.support === 1 ? 'supported' : verdict.conflict === 1 ? 'contradicted' : 'unknown';
      const truth = trueVerdict(markOf(claim));
      if (found !== truth) this.note(`a claim ${found}, truly ${truth}`);
    }
  }

  private truthOf(solution: Candidate['solution'], step: number): number {
    const probability = trueProbability(markOf(solution.steps[step]?.text ?? ''));
    return this.isHard ? Number(probability > 0.5) : probability;
  }

  private note(example: string): void {
    this.invented++;
    if (this.examples.length < 5) this.examples.push(example);
  }
}
