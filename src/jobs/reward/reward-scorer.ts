import { BackendError } from '../../errors/index.js';
import type { ImageSource } from '../../images/image-source.js';
import { meterWork, noWorkUsage, type WorkUsage } from '../../models/middleware/work-usage.js';
import type { StageResult } from '../../pipeline/attempt-stage.js';
import { verifySolution } from '../../pipeline/verify-solution.js';
import type { ImageDescription, Problem, ResolvedScoringOptions, Solution, Verification } from '../../schema/index.js';
import { scoreSolution } from '../../scoring/index.js';
import { onAbort } from '../../util/on-abort.js';
import { oneLine } from '../../util/one-line.js';
import type { StopSignal } from '../../util/stop.js';
import { waitUntilAborted } from '../../util/wait-until-aborted.js';
import type { Verifier } from '../../verifiers/verifier.js';
import { createDescriber } from './create-describer.js';
import { findProblem } from './find-problem.js';
import { measureStages, noTimings, type StageTimings } from './measure-stages.js';
import { nameVerification } from './name-verification.js';
import { openProblem, type OpenProblem } from './open-problem.js';
import { blankSteps, placeSteps } from './place-steps.js';
import type { ProblemIndex } from './problem-index.js';
import { rateAnswer } from './rate-answer.js';
import { rateFormat, type FormatCheck } from './rate-format.js';
import { rateProcess } from './rate-process.js';
import { RecentResults } from './recent-results.js';
import { composeReward, weighComponents, type ComponentValue } from './reward-components.js';
import type { RewardDetail, RewardItem } from './reward-detail.js';
import { RewardError } from './reward-error.js';
import type { ResolvedRewardSettings } from './reward-settings.js';
import { countPremises } from './shaping/count-premises.js';
import { measureLength, shapeReward } from './shaping/shape-reward.js';
import { shareImages } from './share-images.js';
import { SharedFlights } from '../../util/shared-flights.js';
import { createSplitter } from './split-in-turns.js';
import { verifyAtNoLoss } from './verify-at-no-loss.js';
import { verifyPatiently } from './verify-patiently.js';
import { WorkLine } from './work-line.js';

/** Verifications that stay in memory, for trainers that ask again. */
const KEPT = 2048;
/** Problems whose images are hashed at once: a batch of thousands must not lie in memory. */
const OPENED_AT_ONCE = 8;

/** What a scorer works with. */
export interface RewardTools {
  verifier: Verifier;
  openImage: (ref: string) => ImageSource;
  problems?: ProblemIndex | undefined;
  checkFormat?: FormatCheck | undefined;
  /** Whether details say what is declared; always where a penalty rests on it. Default false. */
  countsPremises?: boolean;
}

/** A verification with what it rests on and what it took. */
interface Verified {
  verification: Verification;
  description: ImageDescription | null;
  timings: StageTimings;
  tokens: WorkUsage;
}

/** Rewards single solutions. Equal ones share one verification, and one problem is described once. */
export class RewardScorer {
  readonly line: WorkLine;
  readonly #tools: RewardTools;
  readonly #settings: ResolvedRewardSettings;
  /** Files and web images wait in lines of their own: a slow host keeps no file from its turn. */
  readonly #opening = { files: new WorkLine(OPENED_AT_ONCE), web: new WorkLine(OPENED_AT_ONCE) };
  readonly #split = createSplitter();
  readonly #openImages;
  readonly #describe;
  readonly #kept = new RecentResults<Verified>(KEPT);
  readonly #flights = new SharedFlights<Verified>();

  constructor(tools: RewardTools, settings: ResolvedRewardSettings) {
    this.#tools = tools;
    this.#settings = settings;
    this.#openImages = shareImages(tools.openImage);
    this.#describe = createDescriber(tools.verifier, settings.concurrency);
    this.line = new WorkLine(settings.concurrency);
  }

  /**
   * Rewards one solution. An empty response is worth 0: that is what the policy wrote, not a failed measurement. `scoring` is that of the settings but for its aggregate.
   * @throws RewardError; AbortedError.
   */
  async score(item: RewardItem, signal: StopSignal, scoring: ResolvedScoringOptions): Promise<RewardDetail> {
    const start = performance.now();
    const { problems, checkFormat, countsPremises = false } = this.#tools;
    const { weights, maxSteps, shaping } = this.#settings;
    const problem = findProblem(item, problems);
    const text = typeof item.solution === 'string' ? item.solution : null;
    const solution = text === null ? (item.solution as Solution) : await this.#split(text, signal);
    if (solution.steps.length > maxSteps) throw new RewardError('too-large', `Expected at most ${maxSteps} steps, got ${solution.steps.length}.`);
    const isEmpty = solution.steps.every(({ text: said }) => said.trim() === '');
    const opened = isEmpty ? null : await this.#open(problem, signal);
    const { verified, isFromCache } = opened === null ? { verified: null, isFromCache: false } : await this.#verify(opened, solution, signal);
    const verification = verified === null ? null : rescore(verified.verification, scoring);
    const process: ComponentValue = verification === null ? { value: 0, reason: 'an empty response' } : rateProcess(verification, solution, scoring, shaping);
    const components = weighComponents({ answer: rateAnswer(problem, solution), format: rateFormat(text, solution, checkFormat), process }, weights);
    const premises = countsPremises || shaping.declarePenalty > 0 ? countPremises(solution) : null;
    const length = measureLength(solution);
    const { reward, log } = shapeReward(composeReward(components), { length, isChecked: verification !== null && verification.score.status !== 'no-evidence', premises }, shaping);
    return {
      id: problem.id,
      status: reward === null ? 'unscored' : verification?.score.status ?? 'scored',
      reward,
      error: reward === null ? explainMissing(components, problem) : null,
      components,
      shaping: log,
      premises, length,
      steps: verification === null ? blankSteps(solution) : placeSteps(solution, verification, shaping.potentialGamma),
      verification,
      description: verified?.description ?? null,
      isFromCache,
      timings: isFromCache ? noTimings() : verified?.timings ?? noTimings(),
      tokens: isFromCache ? noWorkUsage() : verified?.tokens ?? noWorkUsage(),
      elapsedMs: performance.now() - start,
    };
  }

  /** Opens the images of a problem, and reads them in turn. Who gives up gives the turn back: a disk or a host that hangs must not keep it. */
  #open(problem: Problem, signal: StopSignal): Promise<OpenProblem> {
    const line = problem.images.some((ref) => /^https?:/i.test(ref)) ? this.#opening.web : this.#opening.files;
    return openProblem(this.#tools.verifier, problem, { openImages: this.#openImages, inTurn: (read) => line.run(signal, () => readUntil(signal, read)) });
  }

  async #verify(opened: OpenProblem, solution: Solution, signal: StopSignal): Promise<{ verified: Verified; isFromCache: boolean }> {
    const key = nameVerification(opened, solution);
    const known = this.#kept.get(key);
    if (known) return { verified: known, isFromCache: true };
    const isFromCache = this.#flights.has(key);
    const verified = await this.#flights.board(key, signal, async (stop) => {
      // Before the line, so that a group that waits for its description keeps no other group from work.
      const start = performance.now();
      meterWork(stop);
      await this.#describeKindly(opened, stop);
      const describeMs = performance.now() - start;
      const made = await this.line.run(stop, () => verifyPatiently(() => this.#verifyOnce(opened, solution, stop), this.#settings.retries, stop));
      made.timings.describeMs += describeMs;
      if (made.verification.failures.length === 0) this.#kept.set(key, made);
      return made;
    });
    return { verified, isFromCache };
  }

  async #verifyOnce(opened: OpenProblem, solution: Solution, signal: AbortSignal): Promise<Verified> {
    const { problem, shared: { images } } = opened;
    const { scoring, premises } = this.#settings;
    const timings = noTimings();
    const start = performance.now();
    const description = await this.#describeKindly(opened, signal);
    try {
      timings.describeMs = performance.now() - start;
      const call = { verifier: measureStages(this.#tools.verifier, timings), problem, images, solution, description, scoring, premises, signal };
      const verification = await (premises === 'both' ? verifyAtNoLoss(call) : verifySolution(call));
      return { verification, description: description.value, timings, tokens: meterWork(signal) };
    } catch (error) {
      throw asRewardError(error);
    }
  }

  #describeKindly(opened: OpenProblem, signal: AbortSignal): Promise<StageResult<ImageDescription>> {
    return this.#describe(opened, signal).catch((error: unknown) => { throw asRewardError(error); });
  }
}

/** The same verification with its steps put together as asked; what is kept was put together as the settings say. */
function rescore(verification: Verification, scoring: ResolvedScoringOptions): Verification {
  const { steps, score, rawScore } = verification;
  if (score.aggregation === scoring.aggregate) return verification;
  return { ...verification, score: scoreSolution(steps, score.used, scoring), rawScore: scoreSolution(steps, rawScore.used, scoring) };
}

/** Reads until the signal fires; a reading that can be ended ends then, any other is left behind. */
function readUntil<T>(signal: StopSignal, read: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const takeOff = onAbort(signal, () => controller.abort());
  return waitUntilAborted(signal, read(controller.signal)).finally(takeOff);
}

/** An error that ends a run ends only this reward: the next may find the verifier mended. */
function asRewardError(error: unknown): unknown {
  return error instanceof BackendError ? new RewardError('verifier', oneLine(error), { cause: error }) : error;
}

/** Why the parts gave no reward. */
function explainMissing({ answer, process, format }: RewardDetail['components'], problem: Problem): RewardDetail['error'] {
  if (process.weight > 0 && process.value === null) return { kind: 'verifier', message: process.reason };
  if (answer.weight > 0 && answer.value === null) return { kind: 'no-answer', message: `Expected a reference answer for the problem \`${problem.id}\`, since answers have a weight, but ${answer.reason}.` };
  return { kind: 'verifier', message: format.reason };
}
