import { AbortedError } from '../../../errors/index.js';
import { ModelError } from '../../model-error.js';
import { embedTokens } from './embed-tokens.js';
import { findPositions } from './find-positions.js';
import type { LoadedModel } from './loaded-model.js';
import type { KeyValues, PrefixCache } from './prefix-cache.js';
import type { FeatureRow, PreparedPrompt } from './prepare-prompt.js';
import type { Tensor } from './transformers-api.js';

/** Tokens a pass: bounds the memory of attention, and how long a stop has to wait. */
const TOKENS_A_PASS = 512;

/** A conversation that goes on token by token. */
export interface PromptRun {
  /** Logits of the token that comes next, over the whole vocabulary. */
  readonly logits: Float32Array;
  /** Prompt tokens that were not computed again. */
  readonly reused: number;
  /** Adds a token and computes what comes after it. @throws AbortedError, ModelError */
  push(id: number): Promise<void>;
  /** Leaves what was computed for the next prompt that begins alike. */
  keep(): void;
}

/** Runs a prompt through the model, but for what `cache` has of it. @throws AbortedError, ModelError */
export async function runPrompt(loaded: LoadedModel, prompt: PreparedPrompt, cache: PrefixCache, isAborted: () => boolean): Promise<PromptRun> {
  const { library, model } = loaded;
  const positions = findPositions(loaded, prompt);
  const found = cache.find(prompt.keys);
  const reused = found?.length ?? 0;
  const keys = prompt.keys.slice(0, reused);
  let keyValues: KeyValues = found?.keyValues ?? {};
  let logits = found?.logits ?? new Float32Array();
  await compute(prompt.ids.slice(reused), prompt.rows.slice(reused), prompt.keys.slice(reused));
  const first = { length: keys.length, logits };

  async function compute(ids: readonly number[], rows: readonly (FeatureRow | null)[], newKeys: readonly number[]): Promise<void> {
    for (let from = 0; from < ids.length; from += TOKENS_A_PASS) {
      if (isAborted()) throw new AbortedError('Stopped.');
      const to = from + TOKENS_A_PASS;
      logits = await pass(await embedTokens(loaded, ids.slice(from, to), rows.slice(from, to)));
      keys.push(...newKeys.slice(from, to));
    }
  }

  async function pass(embeds: Tensor): Promise<Float32Array> {
    const total = keys.length + (embeds.dims[1] ?? 0);
    const output = await model.forward({
      inputs_embeds: embeds,
      attention_mask: new library.Tensor('int64', new BigInt64Array(total).fill(1n), [1, total]),
      position_ids: positions.slice(keys.length, total),
      num_logits_to_keep: new library.Tensor('int64', [1n], []),
      ...(keys.length === 0 ? {} : { past_key_values: keyValues }),
    });
    const present = Object.entries(output).filter(([name]) => name.startsWith('present'));
    keyValues = Object.fromEntries(present.map(([name, tensor]) => [name.replace('present', 'past_key_values'), tensor]));
    return readLastRow(output['logits']);
  }

  return {
    get logits() { return logits; },
    reused,
    push: (id) => compute([id], [null], [id]),
    keep: () => cache.keep({ keys: [...keys], keyValues, prompt: first }),
  };
}

/** Graphs that cannot be told how many rows to give, give all. @throws ModelError for numbers that are none. */
function readLastRow(logits: Tensor | undefined): Float32Array {
  const { data, dims } = (logits?.type === 'float32' ? logits : logits?.to('float32')) ?? { data: new Float32Array(), dims: [0] };
  const row = Float32Array.from((data as Float32Array).subarray(data.length - (dims.at(-1) ?? 0)));
  if (row.length === 0 || row.some(Number.isNaN)) {
    throw new ModelError('Expected logits of the model, but it gave none, or such as are no numbers. Try another precision (--dtype), and compare its preprocessor_config.json with the original.', { kind: 'server', isRetryable: false });
  }
  return row;
}
