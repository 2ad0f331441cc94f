import { RewardError } from '../../jobs/reward/reward-error.js';
import type { ResolvedServerOptions } from '../server-options.js';

/** Refuses more images than one request may bring. @throws RewardError `too-large` */
export function checkImages<T extends readonly string[]>(images: T, { maxImages }: ResolvedServerOptions): T {
  if (images.length > maxImages) throw new RewardError('too-large', `Expected at most ${maxImages} images, got ${images.length}.`);
  return images;
}
