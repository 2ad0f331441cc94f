import type { GenerateCall } from '../chat-model.js';
import type { Dialect, DialectName } from '../dialect.js';
import { readChatAnswer } from './read-chat-answer.js';
import { spellConstraint, WRAPPING_TOKENS } from './spell-constraint.js';
import { spellMessages } from './spell-messages.js';
import { spellPenalties, unknownPenalty } from './spell-penalties.js';
import { takesCount } from './takes-count.js';

/** The spelling of OpenAI's `/chat/completions`, with the constraints of each server that speaks it. */
export function openAiDialect(name: Exclude<DialectName, 'ollama'>): Dialect {
  return {
    name,
    chatUrl: (baseUrl) => `${baseUrl}/chat/completions`,
    buildBody(call, { model, imageUrls }) {
      const { sampling, topLogprobs, promptLogprobs } = call;
      const { fields, wrapping } = spellConstraint(call.constraint, name);
      const maxTokens = sampling.maxTokens + (wrapping === 'none' ? 0 : WRAPPING_TOKENS);
      return {
        model,
        messages: spellMessages(call.messages, imageUrls),
        temperature: sampling.temperature,
        ...(sampling.topP === undefined ? {} : { top_p: sampling.topP }),
        // OpenAI's own newer models refuse the name that all other servers know.
        ...(name === 'openai' ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }),
        ...(sampling.seed === undefined ? {} : { seed: sampling.seed + call.sampleIndex }),
        ...spellPenalties(sampling, name),
        ...(takesCount(call, name) ? { n: call.count } : {}),
        ...(sampling.stop === undefined || sampling.stop.length === 0 ? {} : { stop: sampling.stop }),
        ...(topLogprobs === undefined ? {} : { logprobs: true, top_logprobs: Math.min(topLogprobs, 20) }),
        // Without the ids it could not be told which of the listed tokens stands in the prompt.
        ...(name === 'vllm' && promptLogprobs !== undefined ? { prompt_logprobs: Math.min(promptLogprobs, 20), return_token_ids: true } : {}),
        ...fields,
      };
    },
    warnings: ({ sampling }) => [unknownPenalty(sampling, name)].filter((warning) => warning !== null),
    readAnswer: (body, call: GenerateCall) => readChatAnswer(body, spellConstraint(call.constraint, name).wrapping),
  };
}
