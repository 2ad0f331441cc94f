import { z } from 'zod';
import { findItem } from '../side-channel/find-item.js';
import { splitQuery } from '../side-channel/split-query.js';
import type { RewardDetail } from '../../jobs/reward/reward-detail.js';
import { RewardError } from '../../jobs/reward/reward-error.js';
import type { RewardDesk } from '../reward-desk.js';
import type { Routes } from '../routes.js';
import { textSchema } from './body-parts.js';

const listOf = (value: z.ZodType) => z.array(value).max(100_000);

/** OpenRLHF's remote reward: one sample a call, in lists; a call with empty lists comes for every further URL and must succeed. */
export function addOpenRlhf(app: Routes, desk: RewardDesk): void {
  const text = textSchema(desk.options);
  const body = z.looseObject({ query: z.array(text).max(desk.options.maxResponses), prompts: z.array(text).nullish(), labels: listOf(z.unknown()).nullish() });
  const answer = z.object({ rewards: z.array(z.number()), scores: z.array(z.number()), extra_logs: z.record(z.string(), z.array(z.number())) });

  app.post('/get_reward', { schema: { summary: 'OpenRLHF remote reward', tags: ['trainers'], body, response: { 200: answer } } }, async (request, reply) => {
    const { query, prompts, labels } = request.body;
    for (const [name, list] of Object.entries({ prompts, labels })) {
      if (list && list.length > 0 && list.length !== query.length) throw new RewardError('not-found', `Expected as many ${name} as queries (${query.length}), got ${list.length}.`);
    }
    const items = query.map((whole, at) => {
      const { question, response } = splitQuery(whole, prompts?.[at] ?? null);
      return { problem: findItem({ question, references: [labels?.[at]] }, desk.problems), solution: response };
    });
    const details = await desk.reward({ request, reply }, items, { patience: 'held' });
    const rewards = details.map((detail) => desk.settle(detail, false) as number);
    return { rewards, scores: rewards.map((reward) => Math.min(1, Math.max(0, reward))), extra_logs: collectLogs(details) };
  });
}

/** What is logged beside a reward: always the same keys, always finite numbers. Step rewards are in [-1,1]. */
const logs: Record<string, (detail: RewardDetail) => number> = {
  process: ({ components }) => components.process.value ?? 0,
  answer: ({ components }) => components.answer.value ?? 0,
  answer_known: ({ components }) => Number(components.answer.value !== null),
  format: ({ components }) => components.format.value ?? 0,
  steps: ({ steps }) => steps.length,
  step_min: ({ steps }) => Math.min(...steps.map(({ reward }) => reward ?? 0), steps.length === 0 ? 0 : 1),
  step_mean: ({ steps }) => (steps.length === 0 ? 0 : steps.reduce((sum, { reward }) => sum + (reward ?? 0), 0) / steps.length),
  visual_steps: ({ steps }) => steps.filter(({ isVisual }) => isVisual).length,
  coverage: ({ verification }) => verification?.score.coverage ?? 0,
  claims: ({ verification }) => verification?.checklist.length ?? 0,
  contradicted: ({ verification }) => verification?.checklist.filter(({ verdict }) => (verdict?.conflict ?? 0) > 0.5).length ?? 0,
  unscored: ({ reward }) => Number(reward === null),
};

function collectLogs(details: readonly RewardDetail[]): Record<string, number[]> {
  return Object.fromEntries(Object.entries(logs).map(([name, read]) => [name, details.map(read)]));
}
