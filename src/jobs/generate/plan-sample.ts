import { createHash } from 'node:crypto';
import type { Sampling } from '../../models/chat-model.js';
import type { Prompt } from '../../prompts/prompt.js';
import type { ResolvedGeneration } from './generation-settings.js';

/** How one candidate is asked for. */
export interface SamplePlan {
  index: number;
  /** Its number (from 1) and nonce among the candidates of the question, as the prompt may show them; null without variants. */
  variant: string | null;
  nonce: string | null;
  sampling: Sampling;
}

/** How far the reference moves the temperature and top-p of each sample: from the first to the second. */
const TEMPERATURE_JITTER = [-0.15, 0.25] as const;
const TOP_P_JITTER = [-0.1, 0.1] as const;
/** Jitter stays above it: at 0 all draws would be one. */
const SMALLEST = 0.05;

/**
 * Plans a candidate. The plan hangs on the seed, the question and the place only: a run can be resumed or widened, and the
 * candidates of a question stay exchangeable, since none of their places is special.
 */
export function planSample(problemId: string, index: number, settings: ResolvedGeneration, prompt: Prompt): SamplePlan {
  const { seed, variants, presencePenalty, frequencyPenalty, repetitionPenalty } = settings;
  const draws = createHash('sha256').update(JSON.stringify([seed, problemId, index])).digest();
  const temperature = settings.temperature ?? prompt.sampling.temperature;
  const topP = settings.topP ?? prompt.sampling.topP;
  // Greedy decoding was asked for: then there is nothing to vary.
  const isJittered = settings.jitter && temperature > 0;
  return {
    index,
    variant: variants ? String(index + 1) : null,
    nonce: variants ? draws.toString('hex', 8, 14) : null,
    sampling: {
      temperature: isJittered ? move(temperature, TEMPERATURE_JITTER, draws.readUInt32BE(0), 5) : temperature,
      ...(topP === undefined ? {} : { topP: isJittered ? move(topP, TOP_P_JITTER, draws.readUInt32BE(4), 1) : topP }),
      maxTokens: settings.maxTokens ?? prompt.sampling.maxTokens,
      seed,
      ...(presencePenalty === 0 ? {} : { presencePenalty }),
      ...(frequencyPenalty === 0 ? {} : { frequencyPenalty }),
      ...(repetitionPenalty === 1 ? {} : { repetitionPenalty }),
    },
  };
}

/** Moves a value by a draw (32 bits) within a range, to three decimals, so that it reads well in a request and in a record. */
function move(value: number, [from, to]: readonly [number, number], draw: number, most: number): number {
  const moved = value + from + (to - from) * (draw / 2 ** 32);
  return Math.round(Math.min(most, Math.max(SMALLEST, moved)) * 1000) / 1000;
}
