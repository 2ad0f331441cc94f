/** How the next token is chosen. */
export interface Picking {
  /** 0: the most probable one. */
  temperature: number;
  /** Of the tokens by falling probability, only the first that have this much together are drawn from. In (0,1]. */
  topP: number;
  /** A number in [0,1). */
  random: () => number;
}

/** Chooses among some tokens, or all, by their logits. The earlier one wins a tie. */
export function pickToken(logits: Float32Array, { temperature, topP, random }: Picking, allowed?: readonly number[]): number {
  const ids = allowed ?? Array.from(logits.keys());
  const logitOf = (id: number): number => logits[id] ?? -Infinity;
  const best = ids.reduce((a, b) => (logitOf(b) > logitOf(a) ? b : a));
  if (temperature <= 0) return best;
  const weigh = (id: number): number => Math.exp((logitOf(id) - logitOf(best)) / temperature);
  const weighed = ids.map((id) => ({ id, weight: weigh(id) })).filter(({ weight }) => weight > 1e-12).sort((a, b) => b.weight - a.weight);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  let mass = 0;
  const end = weighed.findIndex(({ weight }) => (mass += weight) >= topP * total);
  const nucleus = end < 0 ? weighed : weighed.slice(0, end + 1);
  let left = random() * nucleus.reduce((sum, { weight }) => sum + weight, 0);
  return (nucleus.find(({ weight }) => (left -= weight) < 0) ?? nucleus.at(-1))?.id ?? best;
}
