import { z } from 'zod';
import type { RewardDetail } from '../../jobs/reward/reward-detail.js';
import { RewardError } from '../../jobs/reward/reward-error.js';
import { aggregationNameSchema, imageDescriptionSchema } from '../../schema/index.js';
import { isServerSide } from '../guards/error-answers.js';
import type { RewardDesk } from '../reward-desk.js';
import type { Routes } from '../routes.js';
import { openEventStream, type EventStream } from '../event-stream.js';
import { nativeCaller, nativeItems, nativeShape } from './native-body.js';
import { nativeResultSchema, toNativeResult, underEachAggregation, type NativeResult } from './native-result.js';

const timingsSchema = z.object({ describe: z.number(), audit: z.number(), steps: z.number(), total: z.number() });

/** Our own route: everything that was found about each response, the ranking, and what it cost. */
export function addNativeVerify(app: Routes, desk: RewardDesk): void {
  const options = z.strictObject({ aggregate: aggregationNameSchema.optional(), deadline_ms: z.number().min(1).max(3_600_000).optional() });
  const body = z.strictObject({ ...nativeShape(desk), options: options.optional(), stream: z.boolean().optional() });
  const answer = z.object({
    id: z.string(), model: z.string(), config_hash: z.string(), description: imageDescriptionSchema.nullable(), results: z.array(nativeResultSchema),
    /** Indices of the results with a reward, best first. */
    ranking: z.array(z.int()),
    usage: z.object({ calls: z.int(), cached: z.int(), prompt_tokens: z.number(), completion_tokens: z.number(), cached_tokens: z.number() }), timings_ms: timingsSchema,
  });

  const scorings = underEachAggregation(desk.scoring);
  app.post('/v1/verify', { schema: { summary: 'Verify responses: claims, step rewards, ranking', tags: ['native'], body, response: { 200: answer } } }, async (request, reply) => {
    const { options: { aggregate, deadline_ms: deadlineMs } = {}, stream = false } = request.body;
    const items = nativeItems(request.body, desk);
    const describe = (detail: RewardDetail, index: number): NativeResult => toNativeResult(detail, index, scorings);
    const opened: { events: EventStream | null } = { events: null };
    try {
      const start = performance.now();
      const details = await desk.reward({ request, reply }, items, { 
        patience: 'shed', deadlineMs, aggregate, caller: nativeCaller,
        // Only who comes in gets a stream: a refusal is told by its status.
        onAdmitted: () => { if (stream) opened.events = openEventStream(reply); },
        onDetail: (detail, index) => opened.events?.send('result', describe(detail, index)),
      });
      if (!stream) refuseIfAllFailed(details);
      const whole = summarize(request.body.id, details, details.map(describe), desk, performance.now() - start);
      if (!stream) return whole;
      opened.events?.send('done', whole);
      opened.events?.end();
    } catch (error) {
      if (opened.events === null) throw error;
      opened.events.fail(error);
    }
    return reply;
  });
}

/** One result with a number is an answer; none at all is a failure, told by its status. @throws RewardError */
export function refuseIfAllFailed(details: readonly RewardDetail[]): void {
  const errors = details.map(({ reward, error }) => (reward === null ? error : null));
  const [first] = errors;
  if (first && errors.every((error) => error !== null)) {
    // What the client sent wrong is told first: asking again would not help.
    const told = errors.find((error) => error !== null && !isServerSide(error.kind)) ?? first;
    throw new RewardError(told.kind, told.message);
  }
}

function summarize(id: string | undefined, details: readonly RewardDetail[], results: NativeResult[], desk: RewardDesk, total: number) {
  const sum = (pick: (detail: RewardDetail) => number): number => details.reduce((all, detail) => all + pick(detail), 0);
  const ranked = results.filter(({ reward }) => reward !== null).sort((a, b) => (b.reward ?? 0) - (a.reward ?? 0) || a.index - b.index);
  return {
    id: details[0]?.id ?? id ?? 'request', model: desk.model, config_hash: desk.configHash,
    description: details.find(({ description }) => description !== null)?.description ?? null,
    results, ranking: ranked.map(({ index }) => index),
    usage: {
      calls: sum(({ timings }) => timings.calls), cached: sum(({ isFromCache }) => Number(isFromCache)),
      prompt_tokens: sum(({ tokens }) => tokens.promptTokens), completion_tokens: sum(({ tokens }) => tokens.completionTokens), cached_tokens: sum(({ tokens }) => tokens.cachedTokens),
    },
    timings_ms: {
      // One description is waited for by all responses of the problem.
      describe: Math.max(0, ...details.map(({ timings }) => timings.describeMs)), audit: sum(({ timings }) => timings.auditMs), steps: sum(({ timings }) => timings.judgeMs), total,
    },
  };
}
