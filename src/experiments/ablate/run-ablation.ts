import { UsageError } from '../../errors/index.js';
import type { ImageSource } from '../../images/image-source.js';
import { ABLATION_REPORT_FORMAT, reportColumns, type AblationReport } from '../../metrics/index.js';
import type { ProblemRecord } from '../../schema/index.js';
import { mapInOrder, type Admission } from '../../util/map-in-order.js';
import { stopTogether } from '../../util/stop-together.js';
import type { VerifierFamily } from '../../verifiers/create-family.js';
import type { Verifier } from '../../verifiers/verifier.js';
import type { StepBenchmark } from '../step-benchmarks.js';
import { AblationCollector } from './ablation-collector.js';
import type { AblationStore } from './ablation-store.js';
import { checkFamily } from './check-family.js';
import { listChanges } from './list-changes.js';
import { measureRecord } from './measure-record.js';
import type { RequestLedger } from '../request-ledger.js';
import type { Suite } from './suite.js';
import { toPromptedSettings } from './to-prompted-settings.js';

export interface AblationOptions {
  suite: Suite;
  family: VerifierFamily;
  ledger: RequestLedger;
  benchmark: Pick<StepBenchmark, 'knownSources' | 'questionOf'>;
  /** Finds an image by its reference (see resolveImage). */
  openImage: (ref: string) => ImageSource;
  store?: AblationStore | undefined;
  /** Default `as-wrong-prediction`. */
  onUnscored?: AblationReport['onUnscored'] | undefined;
  folds?: number | undefined;
  splitSeed?: number | undefined;
  level?: number | undefined;
  /** Problems in flight. Default 4. */
  concurrency?: Admission | undefined;
  onProblem?: (() => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs every configuration of a suite on the same items and compares each with the baseline. Requests that configurations share are sent once.
 * @throws UsageError for a suite that the verifier cannot do, or items without labels; AbortedError; a BackendError that ends the run.
 */
export async function runAblation(records: AsyncIterable<ProblemRecord> | Iterable<ProblemRecord>, options: AblationOptions): Promise<AblationReport> {
  const { suite, family, ledger, benchmark, openImage, store, onUnscored = 'as-wrong-prediction', folds = 5, splitSeed = 0, level = 0.95, concurrency = 4 } = options;
  const { configurations, threshold } = suite;
  checkFamily(suite, family);
  const verifiers = makeVerifiers(suite, family, ledger);
  const collected = new AblationCollector(benchmark, configurations.length);
  const work = stopTogether(options.signal);
  try {
    const measure = async (record: ProblemRecord) => ({ record, units: await measureRecord(record, { configurations, verifiers, asksModels: family.asksModels, openImage, ledger, store, signal: work.signal }) });
    for await (const { record, units } of mapInOrder(records, concurrency, (one) => work.run(() => measure(one)))) {
      collected.add(record, units);
      options.onProblem?.();
    }
  } catch (error) {
    throw work.reason(error);
  } finally {
    work.end();
  }
  if (collected.steps.length === 0) throw new UsageError('Expected steps with labels to ablate on, got none.');
  const baseline = configurations.findIndex(({ name }) => name === suite.baseline);
  const { columns, bestBaseline } = reportColumns(collected.steps, collected.columns, baseline, { threshold, onUnscored, folds, seed: splitSeed, level });
  const { configurations: callsOf, ...calls } = collected.requests.sumUp();
  return {
    format: ABLATION_REPORT_FORMAT,
    suite: suite.name, baseline: suite.baseline, verifier: family.id,
    thresholds: threshold === null ? `cross-fitted in ${folds} folds split by question and images` : `fixed at ${threshold}`,
    onUnscored, level,
    items: collected.items,
    calls: { ...calls, ...ledger.counts },
    bestBaseline,
    configurations: configurations.map(({ name, settings }, at) => ({
      name, settings: { ...settings },
      changed: listChanges(settings, configurations[baseline]?.settings ?? settings),
      ...columns[at] as (typeof columns)[number],
      unreadableSteps: collected.unreadable[at] ?? 0,
      reasons: [...collected.reasons[at] as Map<string, number>].map(([reason, solutions]) => ({ reason, solutions })).sort((a, b) => b.solutions - a.solutions),
      calls: callsOf[at] as (typeof callsOf)[number],
    })),
  };
}

/** One verifier for all configurations that ask alike. Their requests go through the ledger. */
function makeVerifiers({ configurations }: Suite, family: VerifierFamily, ledger: RequestLedger): Verifier[] {
  const made = new Map<string, Verifier>();
  return configurations.map(({ settings }) => {
    const asked = toPromptedSettings(settings);
    const key = JSON.stringify(asked);
    const verifier = made.get(key) ?? family.make(asked, ledger.wrap);
    made.set(key, verifier);
    return verifier;
  });
}
