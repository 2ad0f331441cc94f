import { z } from 'zod';
import type { AnswerConstraint, ChatMessage, GenerateResult } from '../chat-model.js';
import type { Dialect } from '../dialect.js';
import { malformedAnswer } from '../malformed-answer.js';
import { finishAnswer } from './finish-answer.js';
import { readLogprobs } from './read-logprobs.js';
import { WRAPPING_TOKENS } from './spell-constraint.js';
import { spellPenalties } from './spell-penalties.js';

const ollamaAnswer = z.looseObject({
  model: z.string().nullish(),
  message: z.looseObject({ content: z.string().nullish(), thinking: z.string().nullish() }),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().nullish(),
  eval_count: z.number().nullish(),
  logprobs: z.unknown().optional(),
});

/** Ollama's native `/api/chat`: the only one of its protocols with `format`, and with options of the model. */
export const ollamaDialect: Dialect = {
  name: 'ollama',
  chatUrl: (baseUrl) => `${new URL(baseUrl).origin}/api/chat`,
  buildBody({ messages, sampling, constraint, topLogprobs, sampleIndex }, { model, imageUrls }) {
    return {
      model,
      messages: spellMessages(messages, imageUrls),
      stream: false,
      ...(constraint === undefined ? {} : { format: spellFormat(constraint) }),
      ...(topLogprobs === undefined ? {} : { logprobs: true, top_logprobs: Math.min(topLogprobs, 20) }),
      options: {
        temperature: sampling.temperature,
        num_predict: sampling.maxTokens + (constraint?.type === 'choice' ? WRAPPING_TOKENS : 0),
        ...(sampling.topP === undefined ? {} : { top_p: sampling.topP }),
        ...(sampling.seed === undefined ? {} : { seed: sampling.seed + sampleIndex }),
        ...spellPenalties(sampling, 'ollama'),
        ...(sampling.stop === undefined || sampling.stop.length === 0 ? {} : { stop: sampling.stop }),
      },
    };
  },
  warnings: () => [],
  readAnswer(body, call) {
    const parsed = ollamaAnswer.safeParse(body);
    if (!parsed.success) throw malformedAnswer(`its answer is not one of Ollama's /api/chat (${z.prettifyError(parsed.error).split('\n', 1)[0] ?? ''})`);
    const { message, model, done_reason, prompt_eval_count, eval_count, logprobs } = parsed.data;
    return finishAnswer({
      content: message.content ?? '',
      refusal: null,
      reasoning: message.thinking ?? null,
      finishReason: readDoneReason(done_reason ?? null),
      tokens: readLogprobs(logprobs),
      usage: typeof prompt_eval_count === 'number' ? { promptTokens: prompt_eval_count, completionTokens: eval_count ?? 0, cachedTokens: null } : null,
      model: model ?? null,
      wrapping: call.constraint?.type === 'choice' ? 'string' : 'none',
    });
  },
};

/** Ollama takes the images of a message beside its text, as bare base64. */
function spellMessages(messages: readonly ChatMessage[], imageUrls: readonly string[]): unknown[] {
  let next = 0;
  return messages.map(({ role, content }) => {
    const images = content.flatMap((part) => (part.type === 'image' ? [toBase64(imageUrls[next++] ?? '')] : []));
    const text = content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
    return { role, content: text, ...(images.length === 0 ? {} : { images }) };
  });
}

function toBase64(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(',') + 1);
}

function spellFormat(constraint: AnswerConstraint): Record<string, unknown> {
  return constraint.type === 'json' ? constraint.schema : { type: 'string', enum: constraint.choices };
}

function readDoneReason(reason: string | null): GenerateResult['finishReason'] {
  return reason === 'stop' || reason === 'length' ? reason : 'other';
}
