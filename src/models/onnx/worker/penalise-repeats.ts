/** Holds tokens back that came before, as model servers do. */
export interface Penalties {
  /** Taken off the logit of a token that the answer has already. */
  presence: number;
  /** Taken off for each time that the answer has it. */
  frequency: number;
  /** Divides positive logits and multiplies negative ones of tokens in the prompt or the answer. 1 changes nothing. */
  repetition: number;
}

/** The logits after the penalties; the very same array where there are none. */
export function penaliseRepeats(logits: Float32Array, { presence, frequency, repetition }: Penalties, prompt: readonly number[], answer: readonly number[]): Float32Array {
  if (presence === 0 && frequency === 0 && repetition === 1) return logits;
  const penalised = logits.slice();
  for (const id of new Set([...prompt, ...answer])) {
    const logit = logits[id] ?? 0;
    penalised[id] = logit > 0 ? logit / repetition : logit * repetition;
  }
  const counts = new Map<number, number>();
  for (const id of answer) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) penalised[id] = (penalised[id] ?? 0) - presence - frequency * count;
  return penalised;
}
