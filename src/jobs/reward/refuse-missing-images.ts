import { imageMark } from './image-mark.js';
import { RewardError } from './reward-error.js';

/** Refuses a question that speaks of images which did not come: judged without them, a step would get the reward of another problem. @throws RewardError `not-found` */
export function refuseMissingImages(question: string, images: readonly string[]): void {
  if (images.length > 0 || !imageMark.test(question)) return;
  throw new RewardError('not-found', 'Expected images, since the prompt has marks of images, but none came. Send them in `images` where the protocol has that, or start the server with --dataset and --images.');
}
