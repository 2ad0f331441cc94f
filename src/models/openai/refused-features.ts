import type { GenerateCall, Sampling } from '../chat-model.js';
import { ModelError } from '../model-error.js';

type Feature = 'prompt-logprobs' | 'logprobs' | 'constraint' | 'penalties' | 'count';

const names: Record<Feature, RegExp> = {
  'prompt-logprobs': /prompt[_ -]?log_?probs|return_token_ids/i,
  logprobs: /log_?probs?/i,
  constraint: /response_format|structured_outputs|json_schema|guided_|grammar|regex|\bformat\b/i,
  penalties: /(?:presence|frequency|repetition|repeat)_?\s?penalty/i,
  count: /(?:^|[\s'"`.(])n(?=['"`]|\s*(?:[=:>)]|must|is|has|should|was|greater))|best_of|multiple (?:choices|completions|samples)/i,
};

const warnings: Record<Feature, string> = {
  'prompt-logprobs': 'the server gives no log-probabilities of the prompt',
  logprobs: 'the server gives no token log-probabilities',
  constraint: 'the server does not keep answers to a constraint',
  penalties: 'the server takes no penalties on repetition',
  count: 'the server gives one answer a request',
};

/** Remembers which wishes a server refused, so that later calls do without them and say so. */
export interface RefusedFeatures {
  /** The call without what is known to be refused. */
  strip(call: GenerateCall): GenerateCall;
  /** Whether the error means that a wish of this call was refused; it is then remembered, and the call worth repeating. */
  learn(error: ModelError, call: GenerateCall): boolean;
  warnings(call: GenerateCall): string[];
}

export function createRefusedFeatures(): RefusedFeatures {
  const refused = new Set<Feature>();
  const wishes = (call: GenerateCall): Feature[] => [
    ...(call.promptLogprobs === undefined ? [] : ['prompt-logprobs' as const]),
    ...(call.topLogprobs === undefined ? [] : ['logprobs' as const]),
    ...(call.constraint === undefined ? [] : ['constraint' as const]),
    ...(hasPenalty(call.sampling) ? ['penalties' as const] : []),
    ...((call.count ?? 1) > 1 ? ['count' as const] : []),
  ];
  return {
    strip: (call) => ({
      ...call,
      promptLogprobs: refused.has('prompt-logprobs') ? undefined : call.promptLogprobs,
      topLogprobs: refused.has('logprobs') ? undefined : call.topLogprobs,
      constraint: refused.has('constraint') ? undefined : call.constraint,
      sampling: refused.has('penalties') ? withoutPenalties(call.sampling) : call.sampling,
      count: refused.has('count') ? undefined : call.count,
    }),
    learn(error, call) {
      if (error.kind !== 'bad-request') return false;
      const feature = wishes(call).find((wish) => names[wish].test(error.message));
      if (feature !== undefined) refused.add(feature);
      return feature !== undefined;
    },
    warnings: (call) => wishes(call).filter((wish) => refused.has(wish)).map((wish) => warnings[wish]),
  };
}

function hasPenalty({ presencePenalty, frequencyPenalty, repetitionPenalty }: Sampling): boolean {
  return presencePenalty !== undefined || frequencyPenalty !== undefined || repetitionPenalty !== undefined;
}

function withoutPenalties({ presencePenalty: _presence, frequencyPenalty: _frequency, repetitionPenalty: _repetition, ...sampling }: Sampling): Sampling {
  return sampling;
}
