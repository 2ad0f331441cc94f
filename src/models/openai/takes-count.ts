import type { GenerateCall } from '../chat-model.js';
import type { DialectName } from '../dialect.js';

/**
 * Whether several answers may be asked for in one request (`n`). vLLM gives each a seed of its own, counted up as ours are;
 * SGLang would give all of them the same one, so there only without a seed. llama.cpp and Ollama give one answer a request,
 * and of others nothing is known. At temperature 0 all would be equal, and vLLM refuses.
 */
export function takesCount({ count = 1, sampling }: GenerateCall, dialect: DialectName): boolean {
  if (count <= 1 || sampling.temperature === 0) return false;
  return dialect === 'vllm' || dialect === 'openai' || (dialect === 'sglang' && sampling.seed === undefined);
}
