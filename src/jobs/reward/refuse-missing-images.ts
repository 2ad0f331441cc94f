import { imageMark } from './image-mark.js';
import { RewardError } from './reward-error.js';

/** Refuses a question that speaks of images which did not come: judged without them, a step would get the reward of another problem. @throws RewardError `not-found` */
export function refuseMissingImages(question: string, images: readonly string[]): void {
  if (images.length > 0 || !imageMark.test(question)) return;
  throw new RewardError('not-found', 'Expected images, since the prompt has marks of images, but none came. Give them as `images` where there is such a field, or name a problem of a dataset that has them (`prm serve --dataset --images`).');
}
