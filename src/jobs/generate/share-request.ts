import type { ChatModel, GenerateResult } from '../../models/chat-model.js';

/**
 * A model that answers the first call of each of `count` samples from `first` on with one request for all of them. Those calls must be
 * equal but for the sample index. What the server did not give, and every later call, is asked for by itself.
 */
export function shareRequest(model: ChatModel, first: number, count: number): ChatModel {
  const waiting = new Set(Array.from({ length: count }, (_, at) => first + at));
  let shared: Promise<GenerateResult> | undefined;
  return {
    id: model.id,
    async doGenerate(call) {
      if (!waiting.delete(call.sampleIndex)) return model.doGenerate(call);
      const place = call.sampleIndex - first;
      const { further = [], forget: _, ...result } = await (shared ??= model.doGenerate({ ...call, sampleIndex: first, count }));
      // A cache keeps the answers of a request together: one that cannot be read must not make it forget the others.
      return (place === 0 ? result : further[place - 1]) ?? model.doGenerate(call);
    },
    close: () => model.close(),
  };
}

/** Cuts samples into runs without gaps; each run can share a request. */
export function findRuns(indices: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const index of indices) {
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  return runs;
}
