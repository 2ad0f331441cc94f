import { meterWork, noteWork } from '../../models/middleware/work-usage.js';
import type { StageResult } from '../../pipeline/attempt-stage.js';
import { attemptStage } from '../../pipeline/attempt-stage.js';
import { toVisibleProblem } from '../../pipeline/to-visible-problem.js';
import type { ImageDescription } from '../../schema/index.js';
import type { Verifier } from '../../verifiers/verifier.js';
import { blameImages, type OpenProblem } from './open-problem.js';
import { RecentResults } from './recent-results.js';
import { RewardError } from './reward-error.js';
import { SharedFlights } from '../../util/shared-flights.js';
import { WorkLine } from './work-line.js';

/** Descriptions that stay in memory: the problems of one rollout batch. */
const KEPT = 512;

export type Describe = (open: OpenProblem, signal: AbortSignal) => Promise<StageResult<ImageDescription>>;

/**
 * Describes each set of images once, however many solutions ask for it, so many sets at a time. One that gives up does not stop it for the others. Failures are not kept.
 * Who asks first pays for it (see meterWork).
 * @throws RewardError `image` when an image cannot be decoded; AbortedError; a BackendError that ends the run.
 */
export function createDescriber(verifier: Verifier, concurrency: number): Describe {
  const line = new WorkLine(concurrency);
  const kept = new RecentResults<StageResult<ImageDescription>>(KEPT);
  const flights = new SharedFlights<StageResult<ImageDescription>>();
  return async ({ problem, shared: { images }, imageSet }, signal) => kept.get(imageSet) ?? flights.board(imageSet, signal, (stop) => line.run(stop, async () => {
    let badImage: RewardError | null = null;
    const spent = meterWork(stop);
    const result = await attemptStage('describe', stop, () => blameImages(() => verifier.doDescribeImages({ images, problem: toVisibleProblem(problem), signal: stop })).catch((error: unknown) => {
      if (error instanceof RewardError) badImage = error;
      throw error;
    }));
    noteWork(signal, spent);
    if (badImage !== null) throw badImage as RewardError;
    if (result.failure === null) kept.set(imageSet, result);
    return result;
  }));
}
