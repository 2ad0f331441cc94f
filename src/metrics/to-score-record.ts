import { createHash } from 'node:crypto';
import { extractFinalAnswer, sameAnswer } from '../answers/index.js';
import { SCORE_RECORD_FORMAT, type CandidateScore, type ClaimScore, type Problem, type ScoredCandidate, type ScoredProblem, type ScoreRecord } from '../schema/index.js';
import { groupAnswers } from './group-answers.js';

/** Says whether two final answers to this problem are the same; null when it cannot be told. */
export type CompareAnswers = (a: string, b: string, problem: Problem) => boolean | null;

const compareByMeaning: CompareAnswers = (a, b, { choices }) => sameAnswer(a, b, { choices });
/** Longer texts of a record are no labels to group by. */
const LONGEST_LABEL = 120;

/**
 * Takes out of a scored problem what metrics need: judgments and verdicts (so that any gate can be applied again), which
 * answers are equal, and whether each is right. Without a stored judgment an answer is compared with the reference answer:
 * one that is missing or cannot be told from it counts as not right and says so in `judgedBy`.
 */
export function toScoreRecord({ problem, candidates, scoring, verifier }: ScoredProblem, compare: CompareAnswers = compareByMeaning): ScoreRecord {
  const answers = candidates.map(readAnswer);
  const groups = groupAnswers(answers, (a, b) => compare(a, b, problem) === true);
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
      ...judge(candidate, answers[place] ?? null, problem, compare),
      answer: groups[place] ?? null,
      ...readMeasurements(candidate),
    })),
  };
}

function readAnswer({ solution, response }: ScoredCandidate): string | null {
  const answer = solution.finalAnswer ?? (response === undefined ? null : extractFinalAnswer(response));
  return answer === null || answer.trim() === '' ? null : answer;
}

function judge({ correct }: ScoredCandidate, answer: string | null, problem: Problem, compare: CompareAnswers): Pick<CandidateScore, 'correct' | 'judgedBy'> {
  if (correct !== undefined) return { correct, judgedBy: 'stored' };
  // A reference answer that does not even equal itself says nothing: it is empty, or cannot be read.
  if (problem.answer === undefined || compare(problem.answer, problem.answer, problem) !== true) return { correct: null, judgedBy: 'no-gold' };
  if (answer === null) return { correct: false, judgedBy: 'no-answer' };
  const isRight = compare(answer, problem.answer, problem);
  return { correct: isRight === true, judgedBy: isRight === null ? 'undecided' : 'answer' };
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
