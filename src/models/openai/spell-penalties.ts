import type { Sampling } from '../chat-model.js';
import type { DialectName } from '../dialect.js';

/** What each server calls the divisor of repeated tokens; OpenAI has none, and an unknown server may refuse the word. */
const repetitionNames: Record<DialectName, string | null> = {
  vllm: 'repetition_penalty', sglang: 'repetition_penalty', llamacpp: 'repeat_penalty', ollama: 'repeat_penalty', openai: null, generic: null,
};

/** The request fields of the penalties on repetition. One that the server does not know is left out (see `unknownPenalty`). */
export function spellPenalties({ presencePenalty, frequencyPenalty, repetitionPenalty }: Sampling, dialect: DialectName): Record<string, number> {
  const name = repetitionNames[dialect];
  return {
    ...(presencePenalty === undefined ? {} : { presence_penalty: presencePenalty }),
    ...(frequencyPenalty === undefined ? {} : { frequency_penalty: frequencyPenalty }),
    ...(repetitionPenalty === undefined || name === null ? {} : { [name]: repetitionPenalty }),
  };
}

/** What has to be said where a penalty was left out; null for nothing. */
export function unknownPenalty({ repetitionPenalty }: Sampling, dialect: DialectName): string | null {
  return repetitionPenalty !== undefined && repetitionPenalty !== 1 && repetitionNames[dialect] === null ? 'the repetition penalty was not sent: this kind of server does not know it' : null;
}
