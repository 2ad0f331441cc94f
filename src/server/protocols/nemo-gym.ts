import { z } from 'zod';
import { RewardError } from '../../jobs/reward/reward-error.js';
import type { RewardDesk } from '../reward-desk.js';
import type { Routes } from '../routes.js';
import { findItem } from '../side-channel/find-item.js';
import type { RewardComponents } from '../../jobs/reward/reward-components.js';
import { contentSchema, readContent, readMessages, textSchema, type Messages } from './body-parts.js';
import { checkImages } from './check-images.js';

/**
 * NeMo Gym's /verify: the body comes back with the reward. With `onError: 'null'` a measurement that failed is answered in Gym's own way,
 * reward 0 beside `_ng_failure_class`, which keeps it out of the metrics; a response without text always is.
 */
export function addNemoGym(app: Routes, desk: RewardDesk): void {
  const text = textSchema(desk.options);
  const output = z.looseObject({ type: z.string().nullish(), role: z.string().nullish(), content: z.union([text, z.array(z.looseObject({ text: text.nullish() })).max(1000)]).nullish() });
  const body = z.looseObject({
    responses_create_params: z.looseObject({ input: z.union([text, inputSchema]) }),
    response: z.looseObject({ status: z.string().nullish(), output: z.array(output).max(1000) }),
  });
  const answer = z.looseObject({ reward: z.number(), step_rewards: z.array(z.number().nullable()), reward_components: z.record(z.string(), z.number()) });

  app.post('/verify', { schema: { summary: 'NeMo Gym verify', tags: ['trainers'], body, response: { 200: answer } } }, async (request, reply) => {
    const { input } = request.body.responses_create_params;
    const { question, images } = typeof input === 'string' ? { question: input, images: [] } : readMessages(input.filter(isMessage));
    const { id, index, expected_answer, answer: goldAnswer, ground_truth, extra_info } = request.body as Record<string, unknown>;
    const truth = scalar('answer', expected_answer ?? ground_truth ?? goldAnswer);
    const named = { ...scalar('id', id), ...scalar('index', index) };
    const problem = findItem({ question, images: checkImages(images, desk.options), references: [truth, extra_info, named] }, desk.problems);
    const solution = readResponse(request.body.response);
    const asked = withoutVerdict(request.body);
    if (solution === null) return { ...asked, reward: 0, ...noResponse };
    const [detail] = await desk.reward({ request, reply }, [{ problem, solution }], { patience: 'shed' });
    if (detail === undefined) throw new RewardError('verifier', 'The verifier gave no reward.');
    const reward = desk.settle(detail, true);
    const failure = reward === null ? { _ng_failure_class: 'judge_failed', _ng_failure_judge_error: detail.error?.message ?? 'unscored' } : {};
    return {
      ...asked, reward: reward ?? 0, ...failure, ...(detail.reward === null && reward !== null ? { unscored: true } : {}),
      step_rewards: detail.steps.map((step) => step.reward),
      reward_components: measuredParts(detail.components),
    };
  });
}

const scalar = (name: string, value: unknown): Record<string, unknown> => (typeof value === 'string' || typeof value === 'number' ? { [name]: value } : {});

/** What stands for a reward where the policy gave nothing to measure: Gym keeps rows with a failure class out of its metrics. */
const noResponse = {
  _ng_failure_class: 'no_response', failure_reason: 'The response failed, or holds no text: only reasoning or a refusal.',
  step_rewards: [], reward_components: {},
};

const VERDICT = new Set(['_ng_failure_class', '_ng_failure_judge_error', 'failure_reason', 'unscored', 'reward', 'step_rewards', 'reward_components']);

/** A row that is verified again without what was found the last time: an old failure would keep a new reward out of the metrics. */
function withoutVerdict<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !VERDICT.has(key))) as T;
}

/** The parts that were measured: Gym takes each for a reward of its own, and one without a reference answer is none. */
function measuredParts(components: RewardComponents): Record<string, number> {
  return Object.fromEntries(Object.entries(components).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])));
}

/** Items of OpenAI's Responses API: messages, and calls of tools and their outputs between them. */
const inputSchema = z.array(z.looseObject({ type: z.string().nullish(), role: z.string().nullish(), content: contentSchema.nullish() })).max(1000);

function isMessage(item: z.output<typeof inputSchema>[number]): item is Messages[number] {
  return typeof item.role === 'string';
}

/** The texts of the assistant's messages, in order; null where none was written, or the response failed. An empty text is one. */
function readResponse({ status, output }: { status?: string | null | undefined; output: readonly { type?: string | null | undefined; content?: string | { text?: string | null | undefined }[] | null | undefined }[] }): string | null {
  if (status === 'failed' || status === 'cancelled') return null;
  const contents = output.filter(({ type }) => type === 'message' || type === null || type === undefined).map(({ content }) => content);
  const isWritten = contents.some((content) => typeof content === 'string' || content?.some(({ text }) => typeof text === 'string'));
  return isWritten ? contents.map((content) => readContent(content as Parameters<typeof readContent>[0]).text).filter((part) => part !== '').join('\n\n') : null;
}
