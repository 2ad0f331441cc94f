import type { ImageSource } from '../images/image-source.js';
import { openLazily } from '../images/open-lazily.js';
import { attemptStage } from '../pipeline/attempt-stage.js';
import { verifySolution } from '../pipeline/verify-solution.js';
import type { PremisesMode } from '../pipeline/premises.js';
import { scoringOptionsSchema, SCORED_FORMAT, type Candidate, type ProblemRecord, type ScoredCandidate, type ScoredProblem, type ScoringOptions, type Verification } from '../schema/index.js';
import { selectBest } from '../scoring/index.js';
import { mapInOrder, type Admission } from '../util/map-in-order.js';
import { settleAll } from '../util/settle-all.js';
import { stopTogether } from '../util/stop-together.js';
import type { Verifier } from '../verifiers/verifier.js';
import { nameImageSet } from './name-image-set.js';
import { shareDescriptions, type DescriptionStore } from './share-descriptions.js';

/** Where finished work outlives the process, and failed work is listed. */
export interface ScoringStore {
  descriptions: DescriptionStore;
  /** What was found before, if it was found on the same images. */
  getVerification(problemId: string, candidate: number, imageSet: string): Promise<Verification | null>;
  putVerification(problemId: string, candidate: number, imageSet: string, verification: Verification): Promise<void>;
  noteFailure(problemId: string, candidate: number, verification: Verification): Promise<void>;
}

export interface ScoreCandidatesOptions {
  verifier: Verifier;
  /** Finds an image by its reference (see resolveImage). */
  openImage: (ref: string) => ImageSource;
  scoring?: ScoringOptions;
  /** Default `declared`. */
  premises?: PremisesMode;
  /** Problems in flight at once, from 1 up; or whether one more may begin beside so many (see createProblemRoom). Default 4. */
  concurrency?: Admission;
  store?: ScoringStore;
  signal?: AbortSignal | undefined;
}

/**
 * Scores a stream of problems with their candidates and yields them in input order, in bounded memory.
 * Equal image sets are described once. What failed is `unscored` with its reason in the result.
 * @throws AbortedError when `signal` fires; a BackendError that ends the run; errors of the record stream itself.
 */
export async function* scoreCandidates(
  records: AsyncIterable<ProblemRecord> | Iterable<ProblemRecord>,
  options: ScoreCandidatesOptions,
): AsyncGenerator<ScoredProblem, void, undefined> {
  const { verifier, openImage, store, premises = 'declared', concurrency = 4 } = options;
  const scoring = scoringOptionsSchema.parse(options.scoring ?? {});
  const describeShared = shareDescriptions(verifier, store?.descriptions);

  const work = stopTogether(options.signal);
  const { signal } = work;
  const scoreProblem = async ({ problem, candidates }: ProblemRecord): Promise<ScoredProblem> => {
    // An image that cannot be read stays among them: a judge must fail on it, not judge without.
    const images = problem.images.map((ref) => openLazily(ref, openImage));
    const named = await attemptStage('describe', signal, () => nameImageSet(verifier, problem, images));
    const imageSet = named.value;
    const description = named.failure === null ? await describeShared(named.value, problem, images, signal) : named;
    const verify = async (candidate: Candidate): Promise<ScoredCandidate> => {
      const done = imageSet === null ? null : await store?.getVerification(problem.id, candidate.index, imageSet);
      if (done) return { ...candidate, verification: done };
      const { solution } = candidate;
      const verification = await verifySolution({ verifier, problem, images, solution, description, scoring, premises, signal });
      if (verification.failures.length > 0 || imageSet === null) await store?.noteFailure(problem.id, candidate.index, verification);
      else await store?.putVerification(problem.id, candidate.index, imageSet, verification);
      return { ...candidate, verification };
    };
    const scored = await settleAll(candidates.map(verify));
    return {
      format: SCORED_FORMAT,
      problem,
      description: description.value,
      candidates: scored,
      selection: selectCandidates(scored, scoring),
      scoring,
      verifier: verifier.id,
    };
  };
  try {
    yield* mapInOrder(records, concurrency, (record) => work.run(() => scoreProblem(record)));
  } catch (error) {
    throw work.reason(error);
  } finally {
    work.end();
  }
}

/** Chooses by gated and by raw score, so that a reader sees what the gate changed. */
function selectCandidates(candidates: readonly ScoredCandidate[], scoring: ScoredProblem['scoring']): ScoredProblem['selection'] {
  const choose = (which: 'score' | 'rawScore'): ScoredProblem['selection']['gated'] =>
    selectBest(candidates.map(({ index, verification }) => ({ index, score: verification[which] })), scoring);
  return { gated: choose('score'), raw: choose('rawScore') };
}
