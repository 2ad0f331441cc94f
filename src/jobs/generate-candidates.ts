import type { ImageSource } from '../images/image-source.js';
import type { ProblemRecord } from '../schema/index.js';
import { mapInOrder, type Admission } from '../util/map-in-order.js';
import { stopTogether } from '../util/stop-together.js';
import { generateProblem, type GeneratedProblem } from './generate/generate-problem.js';
import { generationSettingsSchema, type GenerationSettings } from './generate/generation-settings.js';
import type { GenerationStore } from './generate/generation-store.js';
import type { Policy } from './generate/policy.js';
import { neverStop, type StopRule } from './generate/stop-rule.js';

export interface GenerateCandidatesOptions {
  policy: Policy;
  settings?: GenerationSettings;
  /** Finds an image by its reference (see resolveImage). */
  openImage: (ref: string) => ImageSource;
  /** When to stop asking for more. Default: never before there are `n`. */
  rule?: StopRule | undefined;
  /** Questions in flight at once, from 1 up; or whether one more may begin beside so many (see createProblemRoom). Default 4. */
  concurrency?: Admission | undefined;
  store?: GenerationStore | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Asks a policy for candidates to a stream of questions and yields them in input order, in bounded memory. Candidates that the
 * records already hold are left out. A failed generation leaves a gap in the indices and is named in `failures`.
 * @throws AbortedError when `signal` fires; a BackendError that ends the run; errors of the record stream itself.
 */
export async function* generateCandidates(
  records: AsyncIterable<Pick<ProblemRecord, 'problem'>> | Iterable<Pick<ProblemRecord, 'problem'>>,
  { policy, openImage, store, rule = neverStop, concurrency = 4, ...options }: GenerateCandidatesOptions,
): AsyncGenerator<GeneratedProblem, void, undefined> {
  const settings = generationSettingsSchema.parse(options.settings ?? {});
  const work = stopTogether(options.signal);
  try {
    yield* mapInOrder(records, concurrency, ({ problem }) => work.run(() => generateProblem({ policy, settings, openImage, rule, store }, problem, work.signal)));
  } catch (error) {
    throw work.reason(error);
  } finally {
    work.end();
  }
}
