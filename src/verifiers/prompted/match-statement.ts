/** Texts below this likeness are not the same statement. */
const SAME_STATEMENT = 0.6;

/**
 * Finds the claim that a model means when it quotes one in its own way: equal but for case and punctuation first,
 * then the one that shares the most words.
 * @returns its index, or null when none is near enough.
 */
export function matchStatement(statement: string, claims: readonly string[]): number | null {
  const wanted = words(statement);
  const equal = claims.findIndex((claim) => words(claim).join(' ') === wanted.join(' '));
  if (equal >= 0) return equal;
  const likeness = claims.map((claim) => shareOfWords(wanted, words(claim)));
  const best = Math.max(...likeness);
  return best >= SAME_STATEMENT ? likeness.indexOf(best) : null;
}

const words = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+(?:\.\p{N}+)?/gu) ?? [];

/** Dice's coefficient of two bags of words, in [0,1]. */
function shareOfWords(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}
