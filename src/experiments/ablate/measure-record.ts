import { openLazily } from '../../images/open-lazily.js';
import type { ImageSource } from '../../images/image-source.js';
import { attemptStage } from '../../pipeline/attempt-stage.js';
import { nameImageSet } from '../../jobs/name-image-set.js';
import type { ProblemRecord, ScoringOptions } from '../../schema/index.js';
import { settleAll } from '../../util/settle-all.js';
import { stableStringify } from '../../util/stable-stringify.js';
import type { Verifier } from '../../verifiers/verifier.js';
import type { AblationStore } from './ablation-store.js';
import type { Configuration, ResolvedConfigurationSettings } from './configuration.js';
import { gateAgain } from './gate-again.js';
import { measureCandidates, type MeasuredCandidate } from './measure-candidates.js';
import type { AskedRequests, RequestLedger } from '../request-ledger.js';
import { shareDescribing } from './share-describing.js';
import type { AblationUnit } from './ablation-unit.js';

export interface MeasureRecordOptions {
  configurations: readonly Configuration[];
  /** One a configuration. */
  verifiers: readonly Verifier[];
  /** Whether models are asked: then only requests that failed make work worth trying again. */
  asksModels: boolean;
  openImage: (ref: string) => ImageSource;
  ledger: RequestLedger;
  store?: AblationStore | undefined;
  signal: AbortSignal;
}

type Measured = { value: MeasuredCandidate[]; asked: AskedRequests };

/** Measures all candidates of a problem under every configuration: one unit a configuration, in their order. Finished units are taken from the store. */
export async function measureRecord(record: ProblemRecord, options: MeasureRecordOptions): Promise<AblationUnit[]> {
  const { configurations, verifiers, openImage, ledger, store, signal } = options;
  const { problem } = record;
  // An image that cannot be read stays among them: a judge must fail on it, not judge without.
  const images = problem.images.map((ref) => openLazily(ref, openImage));
  const named = await attemptStage('describe', signal, () => nameImageSet({ descriptionDependsOnQuestion: false }, problem, images));
  const imageSet = named.value;
  const describe = shareDescribing(problem, ledger, signal);
  const measured = new Map<string, Promise<Measured>>();

  /** Configurations that differ in the gate only share what is measured. */
  const measure = (verifier: Verifier, settings: ResolvedConfigurationSettings): Promise<Measured> => {
    const { gate: _gate, lambda: _lambda, tau: _tau, pool: _pool, reliability: _reliability, pSource: _pSource, ...measuring } = settings;
    const key = stableStringify(measuring);
    const known = measured.get(key) ?? ledger.note(() => measureCandidates(record, images, verifier, settings, describe, signal));
    measured.set(key, known);
    return known;
  };

  return settleAll(configurations.map(async ({ name, settings }, at) => {
    const done = await store?.get(name, problem.id, imageSet);
    if (done) return done;
    const { value, asked } = await measure(verifiers[at] as Verifier, settings);
    const unit = toUnit(record, value, asked, settings, imageSet);
    const isFinished = options.asksModels ? asked.failed === 0 : value.every(({ failures }) => failures.length === 0);
    await (isFinished ? store?.put(name, problem.id, unit) : store?.noteFailure(name, problem.id, unit));
    return unit;
  }));
}

function toUnit({ candidates }: ProblemRecord, measured: readonly MeasuredCandidate[], { keys }: AskedRequests, scoring: Pick<ScoringOptions, 'gate' | 'lambda' | 'tau' | 'pool' | 'reliability' | 'pSource'>, imageSet: string | null): AblationUnit {
  const { gate, lambda, tau, pool, reliability, pSource } = scoring;
  return {
    imageSet,
    candidates: candidates.map(({ index, solution: { steps } }, at) => {
      const { verification, failures } = measured[at] as MeasuredCandidate;
      return {
        index,
        steps: verification === null ? steps.map(() => 'unscored' as const) : gateAgain(verification, { gate, lambda, tau, pool, reliability, pSource }),
        unreadable: verification === null ? 0 : verification.steps.filter(({ judgment }) => judgment.status === 'scored' && judgment.findings.some(({ kind }) => kind === 'unreadable')).length,
        reasons: failures.map(({ stage, reason }) => `${stage}: ${reason}`),
      };
    }),
    requests: { describe: [...keys.get('describe') ?? []], audit: [...keys.get('audit') ?? []], judge: [...keys.get('judge') ?? []] },
  };
}
