import { UsageError } from '../../errors/index.js';
import type { ChatModel } from '../../models/chat-model.js';
import type { LoadedPrompt, PromptLibrary } from '../../prompts/prompt-library.js';
import { checkPromptForJob } from '../../verifiers/prompted/prompt-jobs.js';
import type { ResolvedGeneration } from './generation-settings.js';

/** A model that writes solutions, and the prompts it is asked with. */
export interface Policy {
  model: ChatModel;
  /** What candidates say of who wrote them. */
  name: string;
  prompt: LoadedPrompt;
  /** Asks again after an answer that cannot be read. */
  reAsk: LoadedPrompt;
}

const DEFAULT_PROMPT = 'solve-with-dependencies';

/**
 * Chooses the prompts of a policy.
 * @throws PromptError for a prompt that cannot do the job; UsageError for one that needs variants when there are none.
 */
export function choosePolicyPrompts(library: PromptLibrary, { name = DEFAULT_PROMPT, variants }: { name?: string | undefined } & Pick<ResolvedGeneration, 'variants'>): Pick<Policy, 'prompt' | 'reAsk'> {
  const prompt = library.get(name);
  checkPromptForJob(prompt, 'solve');
  const needed = ['variant', 'nonce'].find((input) => prompt.prompt.inputs[input] === 'text');
  if (needed !== undefined && !variants) throw new UsageError(`Expected variants, since the prompt ${prompt.ref} cannot do without its \`${needed}\`, got \`--no-variants\`. Leave that out, or choose another prompt.`);
  return { prompt, reAsk: library.get('re-ask') };
}
