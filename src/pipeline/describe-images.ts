import type { ImageSource } from '../images/image-source.js';
import type { ImageDescription, Problem } from '../schema/index.js';
import type { Verifier } from '../verifiers/verifier.js';
import { attemptStage, type StageResult } from './attempt-stage.js';
import { toVisibleProblem } from './to-visible-problem.js';

/** Describes all images of a problem. A failure is returned with its reason, never thrown; an abort is thrown. */
export async function describeImages(
  verifier: Verifier,
  call: { problem: Problem; images: readonly ImageSource[]; signal?: AbortSignal | undefined },
): Promise<StageResult<ImageDescription>> {
  const { problem, images, signal } = call;
  return attemptStage('describe', signal, () => verifier.doDescribeImages({ images, problem: toVisibleProblem(problem), signal }));
}
