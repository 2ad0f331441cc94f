import { z } from 'zod';
import { readOpenAiRequest } from './read-openai-request.js';
import type { ServerShape } from './server-shape.js';
import { spellPrompt } from './spell-prompt.js';
import { spellTokens } from './spell-tokens.js';

export type OpenAiKind = 'vllm' | 'sglang' | 'llamacpp' | 'openai' | 'generic';

const owners: Record<OpenAiKind, string> = { vllm: 'vllm', sglang: 'sglang', llamacpp: 'llamacpp', openai: 'system', generic: 'someone' };

/** Those that take `n`; the others ignore it. */
const givesSeveral: ReadonlySet<OpenAiKind> = new Set(['vllm', 'sglang', 'openai'] as const);

const enumSchema = z.object({ json_schema: z.object({ schema: z.object({ properties: z.object({ answer: z.object({ enum: z.array(z.string()) }) }) }) }) });

/** The choices of a request, in the spelling of each server. A spelling of another server is ignored, as it is there. */
const choicesOf: Record<OpenAiKind, (body: Record<string, unknown>) => string[] | null> = {
  vllm: (body) => z.object({ choice: z.array(z.string()) }).safeParse(body['structured_outputs']).data?.choice ?? null,
  sglang: (body) => (typeof body['regex'] === 'string' ? body['regex'].replace(/^\(|\)$/g, '').split('|').map((choice) => choice.replaceAll('\\', '')) : null),
  llamacpp: (body) => (typeof body['grammar'] === 'string' ? [...body['grammar'].matchAll(/"([^"]*)"/g)].map(([, choice]) => choice ?? '') : null),
  openai: (body) => enumSchema.safeParse(body['response_format']).data?.json_schema.schema.properties.answer.enum ?? null,
  generic: (body) => enumSchema.safeParse(body['response_format']).data?.json_schema.schema.properties.answer.enum ?? null,
};

/** vLLM, SGLang, llama.cpp, OpenAI, and any other server of that protocol. */
export function openAiShape(kind: OpenAiKind): ServerShape {
  return {
    chatPath: '/v1/chat/completions',
    pages: (models, contextTokens) => ({
      '/v1/models': { object: 'list', data: models.map((id) => ({ id, object: 'model', created: 1, owned_by: owners[kind], ...(kind === 'vllm' || kind === 'sglang' ? { max_model_len: contextTokens } : {}) })) },
      ...(kind === 'vllm' ? { '/version': { version: '0.30.0' } } : {}),
      ...(kind === 'sglang' ? { '/get_model_info': { model_path: models[0], is_generation: true } } : {}),
      ...(kind === 'llamacpp' ? { '/props': { default_generation_settings: { n_ctx: contextTokens }, total_slots: 1, modalities: { vision: true } } } : {}),
    }),
    read: (body) => readOpenAiRequest(body, choicesOf[kind](body)),
    answer({ request, truth, further, body, usage, fault, template }) {
      const isWrapped = (kind === 'openai' || kind === 'generic') && request.choices !== null;
      const [before, after] = isWrapped ? ['{"answer":"', '"}'] : ['', ''];
      const thinking = fault === 'think-text' ? 'Let me see.</think>\n' : '';
      const truths = givesSeveral.has(kind) ? [truth, ...further] : [truth];
      const made = truths.map((one) => {
        const spelled = spellTokens(one, { top: request.topLogprobs, before, after });
        const tokens = spelled.slice(0, request.maxTokens);
        const isCut = tokens.length < spelled.length;
        return { truth: one, tokens, content: isWrapped || isCut ? tokens.map(({ token }) => token).join('') : one.text, finish_reason: fault === 'refusal' ? 'content_filter' : isCut ? 'length' : 'stop' };
      });
      const completionTokens = made.reduce((sum, { tokens }) => sum + tokens.length, 0);
      return {
        id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: fault === 'changed-model' ? 'another' : request.model,
        choices: fault === 'empty-choices' ? [] : made.map(({ truth: { reasoning }, tokens, content, finish_reason }, index) => ({
          index,
          message: {
            role: 'assistant',
            content: fault === 'refusal' ? null : thinking + content,
            ...(fault === 'refusal' ? { refusal: 'I cannot help with that.' } : {}),
            ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
          },
          logprobs: request.wantsLogprobs && fault !== 'no-logprobs' && fault !== 'refusal'
            ? { content: [...(thinking === '' ? [] : spellTokens({ text: thinking }, { top: request.topLogprobs, before: '', after: '' })), ...tokens] }
            : null,
          finish_reason,
        })),
        usage: {
          prompt_tokens: usage.promptTokens, completion_tokens: completionTokens, total_tokens: usage.promptTokens + completionTokens,
          ...(kind === 'llamacpp' || kind === 'generic' ? {} : { prompt_tokens_details: { cached_tokens: usage.cachedTokens } }),
        },
        ...(kind === 'vllm' && typeof body['prompt_logprobs'] === 'number' ? spellPrompt({ messages: request.messages, turns: truth.earlierTurns ?? [], template, top: body['prompt_logprobs'] }) : {}),
        ...(kind === 'llamacpp' ? { timings: { cache_n: usage.cachedTokens, prompt_n: usage.promptTokens - usage.cachedTokens } } : {}),
      };
    },
    complain(problem, { model, promptTokens, contextTokens }) {
      const error = (status: number, message: string, type: string, code: string | number = status) => ({ status, body: { error: { message, type, param: null, code } } });
      switch (problem) {
        case 'context-overflow': switch (kind) {
          case 'llamacpp': return { status: 400, body: { error: { code: 400, message: `request (${promptTokens} tokens) exceeds the available context size (${contextTokens} tokens), try increasing it`, type: 'exceed_context_size_error', n_prompt_tokens: promptTokens, n_ctx: contextTokens } } };
          case 'sglang': return { status: 400, body: { object: 'error', message: `The input (${promptTokens} tokens) is longer than the model's context length (${contextTokens} tokens).`, type: 'BadRequestError', param: null, code: 400 } };
          case 'openai': return error(400, `This model's maximum context length is ${contextTokens} tokens. However, your messages resulted in ${promptTokens} tokens.`, 'invalid_request_error', 'context_length_exceeded');
          default: return error(400, `This model's maximum context length is ${contextTokens} tokens. However, you requested ${promptTokens} tokens in the messages. Please reduce the length of the messages.`, 'BadRequestError');
        }
        case 'unknown-model': return error(404, `The model \`${model}\` does not exist.`, 'NotFoundError');
        case 'unauthorized': return error(401, 'Unauthorized', 'authentication_error', 'invalid_api_key');
        case 'image-too-large': return error(400, 'Image is too large: at most 1000000 pixels are allowed.', 'BadRequestError');
        case 'overloaded': return error(429, 'Too many requests', 'rate_limit_error');
        case 'broken': return error(500, 'Internal server error', 'server_error');
      }
    },
  };
}
