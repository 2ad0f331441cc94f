import { z } from 'zod';
import type { RewardItem } from '../../jobs/reward/reward-detail.js';
import type { CallerAbilities } from '../../jobs/reward/shaping/check-caller.js';
import type { Problem, Solution } from '../../schema/index.js';
import type { RewardDesk } from '../reward-desk.js';
import { textSchema } from './body-parts.js';
import { refuseMissingImages } from '../../jobs/reward/refuse-missing-images.js';
import { checkImages } from './check-images.js';

/** What our own routes take: unknown fields are errors. */
export function nativeShape({ options }: RewardDesk) {
  const text = textSchema(options);
  const step = z.strictObject({ text, visual_dependency: text.nullish() });
  return {
    id: z.string().min(1).max(1000).optional(),
    question: text.optional(),
    images: z.array(z.string()).optional(),
    choices: z.array(text).max(100).optional(),
    answer: text.nullish(),
    responses: z.array(z.union([text, z.strictObject({ steps: z.array(step).max(options.maxSteps), final_answer: text.nullish() })])).min(1).max(options.maxResponses),
  };
}
/** Who asks our own routes can use every reward. */
export const nativeCaller: CallerAbilities = { sendsDeclarations: true, placesStepRewards: true, sendsWholeGroups: true };

type NativeBody = z.output<z.ZodObject<ReturnType<typeof nativeShape>>>;

/** The items of a request: the problem as it came, with its images; or, without the field `images`, one of the dataset by id or question. */
export function nativeItems({ id, question = '', images, choices, answer, responses }: NativeBody, desk: RewardDesk): RewardItem[] {
  const solutions = responses.map(readSolution);
  if (desk.problems !== undefined && images === undefined) return solutions.map((solution) => ({ ...(id === undefined ? { question } : { id }), answer: answer ?? undefined, solution }));
  refuseMissingImages(question, images ?? []);
  const problem: Problem = {
    id: id ?? 'request', question, images: checkImages(images ?? [], desk.options),
    ...(choices === undefined ? {} : { choices }),
    ...(answer === undefined || answer === null ? {} : { answer }),
  };
  return solutions.map((solution) => ({ problem, solution }));
}

function readSolution(response: NativeBody['responses'][number]): string | Solution {
  if (typeof response === 'string') return response;
  const { steps, final_answer } = response;
  return {
    steps: steps.map(({ text, visual_dependency }) => ({ text, visualDependency: visual_dependency?.trim() || null })),
    ...(final_answer === null || final_answer === undefined ? {} : { finalAnswer: final_answer }),
    checklist: steps.some(({ visual_dependency }) => visual_dependency !== undefined) ? 'declared' : 'undeclared',
  };
}
