import type { LoadedModel } from './loaded-model.js';
import type { PreparedPrompt } from './prepare-prompt.js';
import type { Tensor } from './transformers-api.js';

/** Where tokens stand for the rotary embedding, one row for each of its axes. */
export interface Positions {
  /** Positions of the tokens from `from` up to, not including, `to`; past the prompt they go on from its end. */
  slice(from: number, to: number): Tensor;
}

/** Positions of a prompt and of what is generated after it. Qwen-VL gives an image's tokens the rows and columns of its grid. */
export function findPositions({ library, model, style }: LoadedModel, { ids, images }: PreparedPrompt): Positions {
  const axes = style === 'grid' ? gridPositions() : [Float64Array.from(ids, (_, i) => i)];
  const next = 1 + axes.reduce((most, axis) => axis.reduce((a, b) => Math.max(a, b), most), -1);
  return {
    slice(from, to) {
      const values = new BigInt64Array(axes.length * (to - from));
      axes.forEach((axis, row) => {
        for (let at = from; at < to; at++) values[row * (to - from) + at - from] = BigInt(axis[at] ?? next + at - ids.length);
      });
      return new library.Tensor('int64', values, style === 'grid' ? [axes.length, 1, to - from] : [1, to - from]);
    },
  };

  function gridPositions(): Float64Array[] {
    const int64 = (values: readonly bigint[], dims: number[]): Tensor => new library.Tensor('int64', BigInt64Array.from(values), dims);
    const grids = images.length === 0 ? null : int64(images.flatMap(({ grid }) => grid ?? []), [images.length, 3]);
    const found = model.get_rope_index?.(int64(ids.map(BigInt), [1, ids.length]), grids, null, int64(ids.map(() => 1n), [1, ids.length]))[0].data ?? [];
    return [0, 1, 2].map((row) => Float64Array.from({ length: ids.length }, (_, i) => Number(found[row * ids.length + i])));
  }
}
