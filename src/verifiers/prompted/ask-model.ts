import { AbortedError, ParseError } from '../../errors/index.js';
import type { ImageSource } from '../../images/image-source.js';
import type { AnswerConstraint, ChatMessage, ChatModel, GenerateResult, Sampling } from '../../models/chat-model.js';
import type { Prompt } from '../../prompts/prompt.js';
import { renderPrompt, type PromptValues } from '../../prompts/render-prompt.js';
import { clipText } from '../../util/wrap-text.js';
import type { LogprobWatch } from './judge/logprob-watch.js';
import { selectValues } from './prompt-values.js';
import { toChatMessages } from './to-chat-messages.js';

/** Alternatives asked for at each answer token: the most that servers give. */
const TOP_LOGPROBS = 20;
/** Keeps further tries apart from the samples in caches. */
const FURTHER_TRY = 1000;
/** As much of an unusable answer is sent back when it is asked again. */
const MOST_QUOTED = 4000;

export interface ModelQuestion {
  model: ChatModel;
  prompt: Prompt;
  /** Everything that prompts of this job may use; the prompt's own inputs are taken from it. */
  values: PromptValues;
  images: readonly ImageSource[];
  /** The prompt that asks again, or null to ask only once. */
  reAsk: Prompt | null;
  /** Which of several equal samples this is. */
  sampleIndex: number;
  seed: number | null;
  /** Instead of the prompt's own. */
  temperature?: number | undefined;
  /** What else is asked for instead of the prompt's own sampling. */
  sampling?: Partial<Sampling> | undefined;
  /** Asks for log-probabilities, and watches over them. */
  logprobs?: LogprobWatch | undefined;
  /** Alternatives asked for at each token of the prompt; none by default. */
  promptLogprobs?: number | undefined;
  constraint?: AnswerConstraint | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Asks a model and reads its answer. An answer that `read` cannot use is asked for once more, with the reason.
 * @throws ParseError when the last answer cannot be used; what the model throws; AbortedError.
 */
export async function askModel<T>(question: ModelQuestion, read: (result: GenerateResult) => T): Promise<T> {
  const { prompt, images, reAsk } = question;
  const messages = toChatMessages(renderPrompt(prompt, selectValues(prompt, question.values)), images);
  const first = await generate(question, messages);
  try {
    return readUsable(first, read);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    if (reAsk === null) {
      first.forget?.();
      throw error;
    }
    const again = toChatMessages(renderPrompt(reAsk, { error: clipText(error.message, MOST_QUOTED) }), []);
    const answer: ChatMessage = { role: 'assistant', content: [{ type: 'text', text: first.text.slice(0, MOST_QUOTED) || '(no answer)' }] };
    const second = await generate(question, [...messages, answer, ...again]);
    try {
      return readUsable(second, read);
    } catch (failure) {
      // The next run asks anew instead of finding the same failure in the cache.
      for (const useless of [first, second]) useless.forget?.();
      throw failure;
    }
  }
}

async function generate(question: ModelQuestion, messages: readonly ChatMessage[]): Promise<GenerateResult> {
  const { model, prompt, seed, temperature, logprobs, promptLogprobs, constraint, signal } = question;
  const { topP, maxTokens } = prompt.sampling;
  const sampling: Sampling = { temperature: temperature ?? prompt.sampling.temperature, maxTokens, ...(topP === undefined ? {} : { topP }), ...(seed === null ? {} : { seed }), ...question.sampling };
  const send = (sampleIndex: number): Promise<GenerateResult> => {
    if (signal?.aborted) throw new AbortedError('Stopped before the work was done.');
    return model.doGenerate({ messages, sampling, sampleIndex, constraint, topLogprobs: logprobs && TOP_LOGPROBS, promptLogprobs, signal });
  };
  const result = await send(question.sampleIndex);
  return logprobs ? logprobs(result, (attempt) => send(question.sampleIndex + attempt * FURTHER_TRY)) : result;
}

/** A refusal is no answer, whatever it says. */
function readUsable<T>(result: GenerateResult, read: (result: GenerateResult) => T): T {
  if (result.finishReason === 'content-filter') throw new ParseError(`Expected an answer, but ${result.warnings[0] ?? 'the model refused'}.`);
  return read(result);
}
