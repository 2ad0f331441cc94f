import type { Selection } from '../schema/index.js';

/** Says which candidate Best-of-N takes, and shows a tie as a tie. */
export function explainSelection({ chosen, tiedWith, value }: Selection): string {
  if (chosen === null) return 'none (no candidate can be chosen)';
  const score = value === null ? '' : ` at ${value.toFixed(3)}`;
  if (tiedWith.length === 0) return `candidate ${chosen}${score}`;
  const all = [chosen, ...tiedWith].sort((a, b) => a - b);
  return `tie of candidates ${all.slice(0, -1).join(', ')} and ${all.at(-1)}${score} (takes ${chosen}, the lowest)`;
}
