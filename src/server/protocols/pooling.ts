import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RewardDetail, RewardItem } from '../../jobs/reward/reward-detail.js';
import type { RewardDesk } from '../reward-desk.js';
import type { Routes } from '../routes.js';
import { messagesSchema, textSchema } from './body-parts.js';
import { usageOf, usageSchema } from './pair-schemas.js';
import { readPoolingItems } from './read-pooling-input.js';

/** vLLM's pooling for process reward models: a row `[1-p, p]` a step. */
export function addPooling(app: Routes, desk: RewardDesk): void {
  const text = textSchema(desk.options);
  const body = z.looseObject({ model: z.string().nullish(), input: z.union([text, z.array(text).max(desk.options.maxResponses)]).nullish(), messages: messagesSchema.nullish(), task: z.string().nullish(), encoding_format: z.literal('float', 'Expected float: rows come as numbers').nullish() });
  const row = z.tuple([z.number(), z.number()]).nullable();
  const answer = z.object({
    id: z.string(), object: z.literal('list'), created: z.int(), model: z.string(), usage: usageSchema,
    data: z.array(z.object({ index: z.int(), object: z.literal('pooling'), data: z.array(row) })),
  });

  app.post('/pooling', { schema: { summary: 'Step probabilities (vLLM process reward model)', tags: ['rerankers'], body, response: { 200: answer } } }, async (request, reply) => {
    const items = readPoolingItems(request.body, desk);
    const details = await desk.reward({ request, reply }, items, { patience: 'shed' });
    return {
      id: `pool-${randomUUID()}`, object: 'list' as const, created: Math.floor(Date.now() / 1000), model: desk.model, usage: usageOf(details),
      data: details.map((detail, index) => ({ index, object: 'pooling' as const, data: rowsOf(detail, items[index]?.solution, desk) })),
    };
  });
}

/** P(step) after the gate; a step with nothing to check is even. Unmeasured steps follow `onError`, and so does a response whose steps were not reached: one row where they are not marked. */
function rowsOf(detail: RewardDetail, solution: RewardItem['solution'] | undefined, desk: RewardDesk): ([number, number] | null)[] {
  const stand = detail.reward === null ? desk.settle(detail, true) : null;
  const rowOf = (p: number | null): [number, number] | null => (p === null ? null : [1 - p, p]);
  if (detail.reward === null && detail.steps.length === 0) return Array.from({ length: typeof solution === 'object' ? solution.steps.length : 1 }, () => rowOf(stand));
  return detail.steps.map(({ status, reward }) => rowOf(status === 'unscored' ? stand : (1 + (reward ?? 0)) / 2));
}
