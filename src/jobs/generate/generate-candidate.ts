import { ParseError } from '../../errors/index.js';
import type { ImageSource } from '../../images/image-source.js';
import type { ChatModel, GenerateResult } from '../../models/chat-model.js';
import type { Candidate, Problem } from '../../schema/index.js';
import { oneLine } from '../../util/one-line.js';
import { askModel } from '../../verifiers/prompted/ask-model.js';
import { constrainToJson } from '../../verifiers/prompted/constrain-to-json.js';
import { problemValues } from '../../verifiers/prompted/prompt-values.js';
import type { SamplePlan } from './plan-sample.js';
import type { Policy } from './policy.js';
import { readSolution } from './read-solution.js';

export interface CandidateCall {
  policy: Policy;
  problem: Problem;
  images: readonly ImageSource[];
  plan: SamplePlan;
  signal: AbortSignal;
}

/**
 * Asks a policy for one candidate. An answer that cannot be read is asked for once more; when that cannot be read either, the
 * candidate has no steps, keeps the answer as it came, and says why (`metadata.unreadable`).
 * @throws what the model throws: then there is no answer at all.
 */
export async function generateCandidate({ policy, problem, images, plan, signal }: CandidateCall): Promise<Candidate> {
  const { model, prompt: { prompt }, reAsk, name } = policy;
  const { index, variant, nonce, sampling } = plan;
  const heard: GenerateResult[] = [];
  let read: ReturnType<typeof readSolution> | null = null;
  let unreadable: string | null = null;
  try {
    read = await askModel({
      model: listenTo(model, heard), prompt, images, reAsk: reAsk.prompt, sampleIndex: index, seed: sampling.seed ?? null, sampling,
      values: { ...problemValues(problem), variant, nonce }, constraint: constrainToJson(prompt), signal,
    }, readSolution);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    unreadable = oneLine(error);
  }
  const last = heard.at(-1);
  const { seed = null, ...settings } = sampling;
  return {
    index,
    solution: read?.solution ?? { steps: [], checklist: 'undeclared' },
    response: last?.text ?? '',
    policy: name,
    metadata: {
      ...(unreadable === null ? {} : { unreadable }),
      generation: {
        seed: seed === null ? null : seed + index, variant, nonce, ...settings,
        finishReason: last?.finishReason ?? 'other', asked: heard.length, ...(read?.isRepaired ? { repaired: true } : {}),
      },
    },
  };
}

/** Writes down what a model says. */
function listenTo(model: ChatModel, heard: GenerateResult[]): ChatModel {
  return {
    id: model.id,
    async doGenerate(call) {
      const result = await model.doGenerate(call);
      heard.push(result);
      return result;
    },
    close: () => model.close(),
  };
}
