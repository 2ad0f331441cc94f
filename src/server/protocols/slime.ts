import { z } from 'zod';
import type { RewardDesk } from '../reward-desk.js';
import type { Routes } from '../routes.js';
import { findItem } from '../side-channel/find-item.js';
import { stripEnd } from '../side-channel/read-chat.js';
import { questionOf } from '../side-channel/split-query.js';
import { messagesSchema, readMessages, textSchema } from './body-parts.js';
import { checkImages } from './check-images.js';

/** slime gives up a call after 120 s and begins it anew: an answer must come before. */
const PATIENCE_MS = 110_000;

/** slime's remote reward: the whole answer is the number. With `?key=name` it is an object that holds the number there. */
export function addSlime(app: Routes, desk: RewardDesk): void {
  const text = textSchema(desk.options);
  const body = z.looseObject({ prompt: z.union([text, messagesSchema]), response: text, label: z.unknown() });
  const querystring = z.object({ key: z.string().min(1).max(100).regex(/^(?!__proto__$)/).optional() });
  const answer = z.union([z.number(), z.record(z.string(), z.number())]);

  app.post('/slime', { schema: { summary: 'slime remote reward', tags: ['trainers'], body, querystring, response: { 200: answer } } }, async (request, reply) => {
    const { prompt, response, label } = request.body;
    const { question, images } = typeof prompt === 'string' ? { question: questionOf(prompt), images: [] } : readMessages(prompt);
    const problem = findItem({ question, images: checkImages(images, desk.options), references: [label] }, desk.problems);
    const [detail] = await desk.reward({ request, reply }, [{ problem, solution: stripEnd(response) }], { patience: 'held', deadlineMs: PATIENCE_MS });
    const value = desk.settle(detail as NonNullable<typeof detail>, false) as number;
    const { key } = request.query;
    return key === undefined ? value : { [key]: value };
  });
}
