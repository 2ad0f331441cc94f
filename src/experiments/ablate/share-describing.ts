import type { ImageSource } from '../../images/image-source.js';
import type { StageResult } from '../../pipeline/attempt-stage.js';
import { describeImages } from '../../pipeline/describe-images.js';
import type { ImageDescription, Problem } from '../../schema/index.js';
import type { Verifier } from '../../verifiers/verifier.js';
import type { ResolvedConfigurationSettings } from './configuration.js';
import type { AskedRequests, RequestLedger } from '../request-ledger.js';

/** Describes images for a configuration; those that ask alike get the same description. */
export type DescribeOnce = (verifier: Verifier, settings: ResolvedConfigurationSettings, images: readonly ImageSource[]) => Promise<StageResult<ImageDescription>>;

/** Makes each description of one problem once, also where no request would tell that two are the same (a verifier that reads images itself). */
export function shareDescribing(problem: Problem, ledger: RequestLedger, signal: AbortSignal): DescribeOnce {
  const made = new Map<string, Promise<{ value: StageResult<ImageDescription>; asked: AskedRequests }>>();
  return async (verifier, settings, images) => {
    const { describe, describeTemperature, describeTopP, images: which, promptSet, answers, seed } = settings;
    const key = JSON.stringify({ describe, describeTemperature, describeTopP, which, promptSet, answers, seed });
    const making = made.get(key) ?? ledger.note(() => describeImages(verifier, { problem, images, signal }));
    made.set(key, making);
    const { value, asked } = await making;
    ledger.charge(asked);
    return value;
  };
}
