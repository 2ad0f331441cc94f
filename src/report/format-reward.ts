import type { SolutionScore } from '../schema/index.js';

/** Writes a reward in six characters: `+1.00`, `-0.25`, or a dot where there is none. */
export function formatReward(reward: number | null): string {
  if (reward === null) return '  ·  ';
  const rounded = Math.abs(reward) < 0.005 ? 0 : reward;
  return `${rounded < 0 ? '-' : rounded > 0 ? '+' : ' '}${Math.abs(rounded).toFixed(2)}`;
}

/** Writes the score of a solution, with a word where it is not a plain number. */
export function formatScore(score: SolutionScore): string {
  const value = score.value === null ? '–' : score.value.toFixed(3);
  return score.status === 'scored' ? value : `${value} (${score.status})`;
}
