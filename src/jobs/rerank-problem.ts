import { gateRewards, rankCandidates, resolveScoringOptions, scoreSolution, selectBest } from '../scoring/index.js';
import type { ScoredCandidate, ScoredProblem, ScoringOptions, Verification } from '../schema/index.js';

/**
 * Scores a problem again from its stored judgments and verdicts, with other options than it was scored with where any are
 * given, and puts its candidates in order, best first. Indices stay, and no verifier is asked.
 * @throws UsageError for invalid options.
 */
export function rerankProblem(scored: ScoredProblem, overrides: ScoringOptions = {}): ScoredProblem {
  const scoring = resolveScoringOptions({ ...scored.scoring, ...overrides });
  const candidates = scored.candidates.map((candidate): ScoredCandidate => ({ ...candidate, verification: scoreAgain(candidate.verification, scoring) }));
  const scoresOf = (which: 'score' | 'rawScore') => candidates.map(({ index, verification }) => ({ index, score: verification[which] }));
  const places = new Map(rankCandidates(scoresOf('score'), scoring).map((index, place) => [index, place]));
  return {
    ...scored,
    candidates: candidates.toSorted((a, b) => (places.get(a.index) ?? 0) - (places.get(b.index) ?? 0)),
    selection: { gated: selectBest(scoresOf('score'), scoring), raw: selectBest(scoresOf('rawScore'), scoring) },
    scoring,
  };
}

function scoreAgain(verification: Verification, scoring: ScoredProblem['scoring']): Verification {
  const { checklist, reportedP, failures } = verification;
  const steps = gateRewards({
    judgments: verification.steps.map(({ judgment }) => judgment),
    claims: checklist,
    reportedP,
    auditFailure: failures.find(({ stage }) => stage === 'audit')?.reason ?? null,
  }, scoring);
  return { ...verification, steps, score: scoreSolution(steps, 'gated', scoring), rawScore: scoreSolution(steps, 'raw', scoring) };
}
