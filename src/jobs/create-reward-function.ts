import { AbortedError, UsageError } from '../errors/index.js';
import type { ImageSource } from '../images/image-source.js';
import { noWorkUsage } from '../models/middleware/work-usage.js';
import { resolveImage } from '../images/resolve-image.js';
import type { AggregationName, LoggedReward } from '../schema/index.js';
import { oneLine } from '../util/one-line.js';
import { settleAll } from '../util/settle-all.js';
import { Stop, type StopSignal } from '../util/stop.js';
import { startTimeLimit, type TimeLimit } from '../util/time-limit.js';
import type { Verifier } from '../verifiers/verifier.js';
import { describeReward, type RewardOrigin } from './reward/log/describe-reward.js';
import { noTimings } from './reward/measure-stages.js';
import type { ProblemIndex } from './reward/problem-index.js';
import type { FormatCheck } from './reward/rate-format.js';
import { weighComponents } from './reward/reward-components.js';
import type { RewardDetail, RewardItem } from './reward/reward-detail.js';
import { RewardError } from './reward/reward-error.js';
import { RewardScorer } from './reward/reward-scorer.js';
import { advantagesByProblem } from './reward/shaping/advantages-by-problem.js';
import { checkCaller, type CallerAbilities } from './reward/shaping/check-caller.js';
import { nothingShaped } from './reward/shaping/shape-reward.js';
import { resolveRewardSettings, type ResolvedRewardSettings, type RewardSettings } from './reward/reward-settings.js';
import { chooseScoring } from './reward/choose-scoring.js';

export interface RewardFunctionOptions extends RewardSettings {
  /** Asked for every measurement; the caller closes it. */
  verifier: Verifier;
  /** Folder that image paths start from and may not leave. Default: the working folder. */
  images?: string | undefined;
  /** Finds an image by its reference, instead of `images`. */
  openImage?: ((ref: string) => ImageSource) | undefined;
  /** Problems that items may name by id or by question (see loadProblems). */
  problems?: ProblemIndex | undefined;
  /** Told of every reward, for a log (see openRewardLog). It must not throw or wait. */
  log?: ((reward: LoggedReward) => void) | undefined;
  /** Told of an error that nobody foresaw, with its stack; the reward is unscored then, and its message names no detail. Default: the message does. */
  onDefect?: ((error: unknown) => void) | undefined;
  /** Judges the form of a response. Default: it has steps and marks its final answer. */
  checkFormat?: FormatCheck | undefined;
}

export interface RewardCall {
  /** Ends the call with an AbortedError; work that nobody else waits for stops. */
  signal?: StopSignal | undefined;
  /** Instead of that of the options. */
  deadlineMs?: number | undefined;
  /** Puts the steps together in another way than `scoring.aggregate` of the options. */
  aggregate?: AggregationName | undefined;
  /** Where the call comes from, for the log; null: it is none of a policy, and not logged. */
  origin?: RewardOrigin | null | undefined;
  /** What the caller can do with rewards; some shaping options are refused where it cannot. */
  caller?: CallerAbilities | undefined;
  /** Told of each reward when it is there, in any order; before advantages, which need the whole group. */
  onDetail?: ((detail: RewardDetail, index: number) => void) | undefined;
}

/** Rewards a batch: one number an item, in [0,1] (with `groupAdvantage` its advantage), or null where none could be given. */
export interface RewardFunction {
  (batch: readonly RewardItem[], call?: RewardCall): Promise<(number | null)[]>;
  /** The same with step rewards, components and reasons; failures are told, never thrown. */
  detailed(batch: readonly RewardItem[], call?: RewardCall): Promise<RewardDetail[]>;
  /** Solutions that are verified now, and those in line. */
  readLoad(): { running: number; waiting: number };
  readonly settings: ResolvedRewardSettings;
}

/**
 * Makes a verifier into a reward for reinforcement learning. The reward is the weighted mean of three parts in [0,1]: `process` (the
 * score of the steps; default weight 1), `answer` and `format` (default weight 0). Null means unscored, never 0: a measurement failed.
 * @throws UsageError for settings out of range. A call throws AbortedError, RewardError `queue-full` when the line is too long (nothing
 * has begun then), and with `onError: 'throw'` the first failure.
 */
export function createRewardFunction(options: RewardFunctionOptions): RewardFunction {
  const { verifier, images = '.', openImage = (ref) => resolveImage(ref, { root: images }), problems, checkFormat, log, onDefect, ...given } = options;
  const settings = resolveRewardSettings(given);
  const scorer = new RewardScorer({ verifier, openImage, problems, checkFormat, countsPremises: log !== undefined }, settings);
  const { line } = scorer;
  const scoringFor = chooseScoring(settings);
  const load = new BatchLoad(settings.concurrency + settings.queue);

  async function detailed(batch: readonly RewardItem[], call: RewardCall = {}): Promise<RewardDetail[]> {
    const { signal = new Stop(), deadlineMs = settings.deadlineMs, aggregate, onDetail, caller, origin = {} } = call;
    checkCall(batch, deadlineMs);
    const scoring = scoringFor(aggregate);
    if (batch.length > 0) checkCaller(settings.shaping, caller);
    if (signal.aborted) throw new AbortedError('Stopped before the work was done.');
    load.admit(batch.length);
    const limit = startTimeLimit(deadlineMs, signal, new Stop());
    try {
      const start = performance.now();
      const details = await settleAll(batch.map(async (item, index) => {
        const detail = await scorer.score(item, limit.signal, scoring)
          .catch((error: unknown) => explainFailure(error, item, { limit, deadlineMs, settings, onDefect, elapsedMs: performance.now() - start }));
        onDetail?.(detail, index);
        return detail;
      }));
      const rewarded = advantagesByProblem(details, batch, settings.shaping.groupAdvantage);
      if (log !== undefined && origin !== null) rewarded.forEach((detail, index) => log(describeReward(detail, batch[index] as RewardItem, { verifier: verifier.id, ...origin })));
      return rewarded;
    } finally {
      limit.end();
      load.leave(batch.length);
    }
  }

  async function reward(batch: readonly RewardItem[], call?: RewardCall): Promise<(number | null)[]> {
    const { onError, shaping: { groupAdvantage, potentialGamma } } = settings;
    if (potentialGamma !== null) throw new RewardError('shaping', 'Expected `detailed` with `potentialGamma`: shaped rewards belong to steps, and here is one number a response.');
    return (await detailed(batch, call)).map(({ reward: whole, advantage = null, error }) => {
      const value = groupAdvantage === 'none' ? whole : advantage;
      if (value !== null || onError === 'null') return value;
      if (onError === 'throw') throw new RewardError(error?.kind ?? 'verifier', error?.message ?? 'No reward could be given.');
      return onError;
    });
  }
  return Object.assign(reward, { detailed, settings, readLoad: () => ({ running: line.running, waiting: line.waiting }) });
}

/** @throws UsageError, one line. */
function checkCall(batch: readonly RewardItem[], deadlineMs: number): void {
  // NaN is no deadline either.
  if (!(deadlineMs >= 1 && deadlineMs < 2 ** 31)) throw new UsageError(`Expected \`deadlineMs\` from 1 to ${2 ** 31 - 1} (24 days), got ${deadlineMs}.`);
  const bad = batch.findIndex((item: unknown) => typeof item !== 'object' || item === null || !('solution' in item));
  if (bad >= 0) throw new UsageError(`Expected items like {problem, solution} or {id, solution}, but item ${bad} is ${JSON.stringify(batch[bad])?.slice(0, 60)}.`);
}

/** Counts the solutions that calls have brought and not yet taken away. */
class BatchLoad {
  #items = 0;
  constructor(readonly most: number) {}

  admit(items: number): void {
    if (this.#items + items > this.most) throw new RewardError('queue-full', `Expected at most ${this.most} solutions at once, but ${this.#items} are there and ${items} came. Come again later, or raise \`queue\`.`);
    this.#items += items;
  }

  leave(items: number): void {
    this.#items -= items;
  }
}

interface FailureContext {
  limit: TimeLimit<Stop>;
  deadlineMs: number;
  settings: ResolvedRewardSettings;
  onDefect: RewardFunctionOptions['onDefect'];
  elapsedMs: number;
}

/** An unscored detail with its reason; only an abort of the caller, and wrong usage, pass through. */
function explainFailure(error: unknown, item: RewardItem, { limit, deadlineMs, settings, onDefect, elapsedMs }: FailureContext): RewardDetail {
  const failure = limit.isOver ? new RewardError('deadline', `Expected a reward within ${deadlineMs} ms, but the time is over.`) : error instanceof RewardError ? error : asDefect(error, onDefect);
  const missing = { value: null, reason: failure.message };
  return {
    id: 'problem' in item ? item.problem.id : 'id' in item ? item.id : null,
    status: 'unscored', reward: null, error: { kind: failure.kind, message: failure.message },
    components: weighComponents({ answer: missing, format: missing, process: missing }, settings.weights),
    shaping: nothingShaped, premises: null, length: null,
    steps: [], verification: null, description: null, isFromCache: false, timings: noTimings(), tokens: noWorkUsage(), elapsedMs,
  };
}

/** One solution that brings a defect to light must not take the rest of its batch along. */
function asDefect(error: unknown, onDefect: RewardFunctionOptions['onDefect']): RewardError {
  if (error instanceof UsageError || error instanceof AbortedError) throw error;
  onDefect?.(error);
  return new RewardError('verifier', onDefect === undefined ? `The reward function met an unforeseen error: ${oneLine(error)}` : 'The reward function met an unforeseen error; the log says more.', { cause: error });
}
