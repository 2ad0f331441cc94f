/** A token with its natural-log probability over the whole vocabulary, whatever was allowed, and the alternatives in falling order. */
export interface MeasuredToken {
  id: number;
  logprob: number;
  top: { id: number; logprob: number }[];
}

/** Log of the sum of the exponentials: what turns a logit into a log-probability. */
export function logSumExp(logits: Float32Array): number {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  return most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
}

/** Measures a chosen token. Those that it was chosen from are listed too, however improbable: a label must not go missing. */
export function measureToken(logits: Float32Array, id: number, count: number, allowed: readonly number[]): MeasuredToken {
  const norm = logSumExp(logits);
  const logprobOf = (one: number): number => Math.min(0, (logits[one] ?? -Infinity) - norm);
  const listed = count === 0 ? [] : [...new Set([...findLargest(logits, count), ...allowed])];
  return { id, logprob: logprobOf(id), top: listed.map((one) => ({ id: one, logprob: logprobOf(one) })).sort((a, b) => b.logprob - a.logprob) };
}

/** Indices of the `count` largest, without sorting all. */
function findLargest(values: Float32Array, count: number): number[] {
  const largest: number[] = [];
  const valueOf = (at: number): number => values[at] ?? -Infinity;
  for (let at = 0; at < values.length; at++) {
    if (largest.length === count && valueOf(at) <= valueOf(largest[count - 1] ?? 0)) continue;
    let place = Math.min(largest.length, count - 1);
    while (place > 0 && valueOf(largest[place - 1] ?? 0) < valueOf(at)) { largest[place] = largest[place - 1] ?? 0; place--; }
    largest[place] = at;
  }
  return largest;
}
