import { UsageError } from '../../errors/index.js';
import { INTERVENTION_REPORT_FORMAT, nameCondition, type InterventionReport } from '../../metrics/index.js';
import type { ProblemRecord } from '../../schema/index.js';
import { mapInOrder, type Admission } from '../../util/map-in-order.js';
import { stopTogether } from '../../util/stop-together.js';
import type { RequestLedger } from '../request-ledger.js';
import { InterventionCollector } from './intervention-collector.js';
import type { InterventionStore } from './intervention-store.js';
import type { InterventionTools } from './intervention-tools.js';
import type { InterventionUnit } from './intervention-unit.js';
import { measureProblem, nameImages } from './measure-problem.js';

export interface InterventionOptions {
  /** Its models must go through the ledger. */
  tools: InterventionTools;
  ledger: RequestLedger;
  store?: InterventionStore | undefined;
  level?: number | undefined;
  /** Problems in flight. Default 4. */
  concurrency?: Admission | undefined;
  onProblem?: (() => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Gives a policy image and descriptions in a full design, judges what it writes, and reports accuracy and rewards with paired effects. Candidates of the records are left alone.
 * @throws UsageError without problems, or for noise in a description that the design does not have; AbortedError; a BackendError that ends the run.
 */
export async function runIntervention(records: AsyncIterable<Pick<ProblemRecord, 'problem'>> | Iterable<Pick<ProblemRecord, 'problem'>>, { tools, ledger, store, level = 0.95, concurrency = 4, onProblem, signal }: InterventionOptions): Promise<InterventionReport> {
  const { descriptions, noise, models, verifier, samples } = tools;
  const conditions = [true, false].flatMap((image) => descriptions.map((description) => ({ name: nameCondition(image, description), image, description })));
  const collected = new InterventionCollector(conditions, { samples, level, noiseOf: noise.of });
  const work = stopTogether(signal);
  let count = 0;
  const measure = async ({ problem }: Pick<ProblemRecord, 'problem'>): Promise<{ problem: ProblemRecord['problem']; unit: InterventionUnit }> => {
    const imageSet = await nameImages(problem, tools, work.signal);
    const done = await store?.get(problem.id, imageSet);
    if (done) return { problem, unit: done };
    const { value: unit, asked } = await ledger.note(() => measureProblem(problem, tools, imageSet, work.signal));
    // An answer that cannot be read is an answer, and a wrong one; one that did not come is asked for again.
    if (asked.failed === 0) await store?.put(problem.id, unit);
    else await store?.noteFailure(problem.id, Object.values(unit.conditions).flatMap(({ missing, failed, samples: solved }) => [missing ?? [], ...failed, ...solved.map(({ unscored }) => unscored ?? [])].flat())[0] ?? 'requests failed');
    return { problem, unit };
  };
  try {
    for await (const { problem, unit } of mapInOrder(records, concurrency, (record) => work.run(() => measure(record)))) {
      collected.add(problem, unit);
      count++;
      onProblem?.();
    }
  } catch (error) {
    throw work.reason(error);
  } finally {
    work.end();
  }
  if (count === 0) throw new UsageError('Expected problems to intervene on, got none.');
  return { format: INTERVENTION_REPORT_FORMAT, policy: models.policy.id, verifier: verifier.id, noise, samples, level, ...collected.report(), calls: { ...ledger.counts } };
}
