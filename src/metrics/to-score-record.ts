import { createHash } from 'node:crypto';
import { readReferenceAnswer, sameAnswer } from '../answers/index.js';
import { SCORE_RECORD_FORMAT, type CandidateScore, type ClaimScore, type Problem, type ScoredCandidate, type ScoredProblem, type ScoreRecord } from '../schema/index.js';
import { groupAnswers } from './group-answers.js';
import { readFinalAnswer } from './read-final-answer.js';

/** What an outside checker says of answers beside the reference answer, by answer: equal, different, cannot be told, or that it could not be asked. */
export type CheckedAnswers = ReadonlyMap<string, boolean | null | 'failed'>;

/** Longer texts of a record are no labels to group by. */
const LONGEST_LABEL = 120;

/**
 * Takes out of a scored problem what metrics need: judgments and verdicts (so that any gate can be applied again), which
 * answers are equal, and whether each is right. Without a stored judgment an answer is compared with the reference answer:
 * one that is missing or cannot be told from it counts as not right and says so in `judgedBy`.
 * @param checked the verdicts of an outside checker, which then decides instead of our comparison: also that answers it calls
 *   right are one answer in votes, and none of those it calls wrong. Where it could not be asked correctness is not known.
 */
export function toScoreRecord({ problem, candidates, scoring, verifier }: ScoredProblem, checked?: CheckedAnswers): ScoreRecord {
  const answers = candidates.map(readFinalAnswer);
  const groups = groupAnswers(answers, (a, b) => isOneAnswer(a, b, problem, checked));
  return {
    format: SCORE_RECORD_FORMAT,
    id: problem.id,
    cluster: createHash('sha256').update(JSON.stringify([problem.question, ...problem.images])).digest('base64url').slice(0, 16),
    ...(problem.source === undefined ? {} : { source: problem.source }),
    labels: readLabels(problem),
    scoring,
    verifier,
    candidates: candidates.map((candidate, place) => ({
      index: candidate.index,
      ...(candidate.policy === undefined ? {} : { policy: candidate.policy }),
      ...judge(candidate, answers[place] ?? null, problem, checked),
      answer: groups[place] ?? null,
      ...readMeasurements(candidate),
    })),
  };
}

function isOneAnswer(a: string, b: string, { question, choices }: Problem, checked?: CheckedAnswers): boolean {
  const [first, second] = [checked?.get(a), checked?.get(b)];
  if (typeof first === 'boolean' && typeof second === 'boolean' && (first || second)) return first === second;
  return sameAnswer(a, b, { question, choices }) === true;
}

function judge({ correct }: ScoredCandidate, answer: string | null, { answer: gold, question, choices }: Problem, checked?: CheckedAnswers): Pick<CandidateScore, 'correct' | 'judgedBy'> {
  if (correct !== undefined) return { correct, judgedBy: 'stored' };
  if (gold === undefined || gold.trim() === '') return { correct: null, judgedBy: 'no-gold' };
  if (answer === null) return { correct: false, judgedBy: 'no-answer' };
  const verdict = checked?.get(answer);
  if (verdict === 'failed') return { correct: null, judgedBy: 'not-compared' };
  const isRight = verdict === undefined ? sameAnswer(answer, readReferenceAnswer(gold), { question, choices }) : verdict;
  if (isRight === null) return { correct: false, judgedBy: 'undecided' };
  return { correct: isRight, judgedBy: verdict === undefined ? 'answer' : 'checker' };
}

function readMeasurements({ verification }: ScoredCandidate): Pick<CandidateScore, 'steps' | 'claims' | 'reportedP'> {
  return {
    steps: verification.steps.map(({ judgment }) => {
      if (judgment.status === 'scored') return judgment.probability;
      return judgment.status === 'unscored' ? judgment.reason : null;
    }),
    claims: verification.checklist.map(({ steps, verdict }): ClaimScore => {
      if (verdict === null) return { steps, verdict };
      if (!verdict.observable) return { steps, verdict: 'unobservable' };
      const shares = [verdict.support, verdict.conflict, verdict.unknown] as [number, number, number];
      return { steps, verdict: verdict.severity === null ? shares : [...shares, verdict.severity] };
    }),
    reportedP: verification.reportedP,
  };
}

/** The short scalars of a problem's metadata, and where its first image lies: benchmarks tell their parts apart by these. */
function readLabels({ metadata = {}, images }: Problem): Record<string, string> {
  const scalars = Object.entries(metadata).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)).map(([key, value]) => [key, String(value)] as const);
  const image = images[0] === undefined ? [] : [['image', images[0]] as const];
  return Object.fromEntries([...image, ...scalars].filter(([, value]) => value.length <= LONGEST_LABEL));
}
