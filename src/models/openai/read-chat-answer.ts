import { z } from 'zod';
import type { GenerateResult, Usage } from '../chat-model.js';
import { malformedAnswer } from '../malformed-answer.js';
import { finishAnswer, type RawAnswer } from './finish-answer.js';
import { readLogprobs } from './read-logprobs.js';
import { readPromptLogprobs } from './read-prompt-logprobs.js';
import type { SpelledConstraint } from './spell-constraint.js';

/** Only what is used, so that the next version of a server does not break us. */
const chatAnswer = z.looseObject({
  model: z.string().nullish(),
  choices: z.array(z.looseObject({
    message: z.looseObject({
      content: z.union([z.string(), z.array(z.looseObject({ type: z.string().nullish(), text: z.string().nullish() }))]).nullish(),
      refusal: z.string().nullish(),
      reasoning_content: z.string().nullish(),
      reasoning: z.string().nullish(),
    }),
    finish_reason: z.string().nullish(),
    logprobs: z.unknown().optional(),
  })).nullish(),
  usage: z.looseObject({
    prompt_tokens: z.number().nullish(),
    completion_tokens: z.number().nullish(),
    prompt_tokens_details: z.looseObject({ cached_tokens: z.number().nullish() }).nullish(),
  }).nullish(),
  prompt_logprobs: z.unknown().optional(),
  prompt_token_ids: z.unknown().optional(),
  timings: z.looseObject({ cache_n: z.number().nullish() }).nullish(),
});

/** Reads a `/chat/completions` answer of any of the servers. */
export function readChatAnswer(body: unknown, wrapping: SpelledConstraint['wrapping']): GenerateResult {
  const parsed = chatAnswer.safeParse(body);
  if (!parsed.success) throw malformedAnswer(`its answer is not a chat completion (${z.prettifyError(parsed.error).split('\n', 1)[0] ?? ''})`);
  const [first, ...others] = parsed.data.choices ?? [];
  if (first === undefined) throw malformedAnswer('its answer holds no choice');
  const model = parsed.data.model ?? null;
  const promptTokens = readPromptLogprobs(parsed.data.prompt_logprobs, parsed.data.prompt_token_ids);
  return {
    ...readChoice(first, { usage: readUsage(parsed.data), model, wrapping }),
    ...(promptTokens === null ? {} : { promptTokens }),
    ...(others.length === 0 ? {} : { further: others.map((choice) => readChoice(choice, { usage: null, model, wrapping })) }),
  };
}

type ChatChoice = NonNullable<z.infer<typeof chatAnswer>['choices']>[number];

function readChoice({ message, finish_reason, logprobs }: ChatChoice, shared: Pick<RawAnswer, 'usage' | 'model' | 'wrapping'>): GenerateResult {
  const { content, refusal, reasoning, reasoning_content } = message;
  return finishAnswer({
    content: typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join(''),
    refusal: refusal ?? null,
    reasoning: reasoning_content ?? reasoning ?? null,
    finishReason: readFinishReason(finish_reason ?? null),
    tokens: readLogprobs(logprobs),
    ...shared,
  });
}

function readFinishReason(reason: string | null): GenerateResult['finishReason'] {
  switch (reason) {
    case 'stop':
    case 'eos': return 'stop';
    case 'length':
    case 'max_tokens': return 'length';
    case 'content_filter':
    case 'safety': return 'content-filter';
    default: return 'other';
  }
}

/** llama.cpp tells cached tokens among its timings. */
function readUsage({ usage, timings }: z.infer<typeof chatAnswer>): Usage | null {
  if (usage?.prompt_tokens === null || usage?.prompt_tokens === undefined) return null;
  return {
    promptTokens: usage.prompt_tokens,
    completionTokens: usage.completion_tokens ?? 0,
    cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? timings?.cache_n ?? null,
  };
}
