import type { Problem, Solution } from '../schema/index.js';
import { createRewardFunction, type RewardFunctionOptions } from './create-reward-function.js';
import { refuseMissingImages } from './reward/refuse-missing-images.js';
import type { RewardItem } from './reward/reward-detail.js';
import { RewardError } from './reward/reward-error.js';

/** What an evaluation tool hands to a scorer: the response, and what it knows of the problem. */
export interface ScorerArgs {
  output: string | Solution;
  /** The reference answer, used only where answers have a weight and a known problem has none of its own. */
  expected?: string | undefined;
  /** The question, or the problem; a question that the known problems hold brings its images. */
  input?: string | { question?: string; images?: string[]; choices?: string[]; id?: string } | undefined;
  /** Names one of the known problems. */
  id?: string | undefined;
  images?: string[] | undefined;
}

/** The result as autoevals, evalite and Braintrust take it; null means no score. */
export interface Score {
  name: string;
  score: number | null;
  metadata?: Record<string, unknown>;
}

export type Scorer = (args: ScorerArgs) => Promise<Score>;

/** Makes a verifier into a scorer of the autoevals shape. A measurement that failed is `score: null` with its reason in the metadata. */
export function createScorer({ name = 'prm', ...options }: RewardFunctionOptions & { name?: string }): Scorer {
  const reward = createRewardFunction(options);
  return async (args) => {
    let item: RewardItem;
    try {
      item = toItem(args, options);
    } catch (error) {
      if (!(error instanceof RewardError)) throw error;
      return { name, score: null, metadata: { status: 'unscored', error: { kind: error.kind, message: error.message } } };
    }
    const [detail] = await reward.detailed([item]);
    if (detail === undefined) return { name, score: null };
    const { reward: score, status, error, components, steps, verification } = detail;
    return { name, score, metadata: { status, error, components, steps, claims: verification?.checklist ?? [] } };
  };
}

/** @throws RewardError `not-found` where nothing is asked, or images are spoken of that nobody gave. */
function toItem({ output, expected, input, id, images }: ScorerArgs, { problems }: RewardFunctionOptions): RewardItem {
  if (id !== undefined) return { id, answer: expected, solution: output };
  const given = typeof input === 'object' ? { ...input, question: input.question ?? '' } : { question: input ?? '' };
  const known = images === undefined && given.images === undefined ? problems : undefined;
  if (known !== undefined) return { ...(given.id === undefined ? { question: given.question } : { id: given.id }), answer: expected, solution: output };
  const shown = images ?? given.images;
  if (given.question.trim() === '' && (shown ?? []).length === 0) throw new RewardError('not-found', 'Expected `input` with the question, or `id` of a known problem, got neither.');
  // An empty list says that there are none; no list says nothing.
  if (shown === undefined) refuseMissingImages(given.question, []);
  const problem: Problem = {
    id: given.id ?? 'problem', question: given.question, images: shown ?? [],
    ...(given.choices === undefined ? {} : { choices: given.choices }),
    ...(expected === undefined ? {} : { answer: expected }),
  };
  return { problem, solution: output };
}
