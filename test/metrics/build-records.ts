import { resolveScoringOptions } from '../../src/scoring/index.js';
import { SCORE_RECORD_FORMAT, type CandidateScore, type ScoreRecord } from '../../src/schema/index.js';

/** A candidate with step probabilities; right answers share the key 0. */
export function buildCandidate(index: number, correct: boolean | null, steps: CandidateScore['steps'], more: Partial<CandidateScore> = {}): CandidateScore {
  return { index, correct, judgedBy: 'stored', answer: correct ? 0 : index + 1, steps, claims: [], reportedP: null, ...more };
}

export function buildRecord(id: string, candidates: CandidateScore[], more: Partial<ScoreRecord> = {}): ScoreRecord {
  return { format: SCORE_RECORD_FORMAT, id, cluster: id, labels: {}, scoring: resolveScoringOptions({}), verifier: 'test/1', candidates, ...more };
}
