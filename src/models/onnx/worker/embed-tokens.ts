import { ModelError } from '../../model-error.js';
import type { LoadedModel } from './loaded-model.js';
import type { FeatureRow } from './prepare-prompt.js';
import type { Tensor } from './transformers-api.js';

/** Embeds tokens, with rows of image features in the place of image tokens: [1, tokens, hidden]. */
export async function embedTokens({ library, model }: LoadedModel, ids: readonly number[], rows: readonly (FeatureRow | null)[]): Promise<Tensor> {
  const embeds = await model.encode_text({ input_ids: new library.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]) });
  const width = embeds.dims[2] ?? 0;
  const features = new Map<Tensor, Tensor['data']>();
  rows.forEach((place, i) => {
    if (!place) return;
    const { image, row } = place;
    const data = features.get(image.features) ?? matchType(image.features, embeds.type).data;
    features.set(image.features, data);
    (embeds.data as Float32Array).set((data as Float32Array).subarray(row * width, (row + 1) * width), i * width);
  });
  return embeds;
}

/** Half-precision features can be widened; the other way the library would make nonsense of them. */
function matchType(features: Tensor, type: string): Tensor {
  if (features.type === type || type === 'float32') return features.to(type);
  throw new ModelError(`Expected image features and embeddings of one type, but they are ${features.type} and ${type}. Take graphs of one export, or another precision (--dtype).`, { kind: 'model-not-served', isRetryable: false });
}
