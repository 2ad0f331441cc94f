import type { TokenLogprob } from '../chat-model.js';
import { matchLabels } from './match-labels.js';
import { normalizePiece } from './normalize-piece.js';

/** The first token at which the labels part, and how much probability each of them has there. */
export interface LabelPlace {
  /** Probability of each label's continuation at this place, given what came before; labels without a listed token are missing. */
  masses: ReadonlyMap<string, number>;
  /** Probability of all listed tokens together. */
  listed: number;
  /** Probability of the least probable listed token: none that is missing can have more. Null without alternatives. */
  least: number | null;
}

/**
 * Walks the tokens until one tells labels apart: with `1` and `-1` that is the first token (`1` against `-`), with `A1`
 * and `A2` the second. Null when no place tells them apart.
 */
export function findLabelPlace(tokens: readonly TokenLogprob[], labels: readonly string[]): LabelPlace | null {
  let before = '';
  for (const { token, logprob, top } of tokens) {
    const listed = top.some((other) => other.token === token) ? top : [{ token, logprob }, ...top];
    const chosen = matchLabels(before + normalizePiece(token), labels);
    if (chosen.open.length < 2) {
      const place = readMasses(before, listed, labels);
      return place.masses.size === 0 ? null : { ...place, least: top.length === 0 ? null : Math.exp(Math.min(...top.map((other) => other.logprob))) };
    }
    before += normalizePiece(token);
  }
  return null;
}

/** Adds up the alternatives that can be one label only. Those that leave several open (a space, a common beginning) say nothing. */
function readMasses(before: string, listed: readonly { token: string; logprob: number }[], labels: readonly string[]): Omit<LabelPlace, 'least'> {
  const masses = new Map<string, number>();
  let sum = 0;
  for (const { token, logprob } of listed) {
    const probability = Math.exp(Math.min(0, logprob));
    sum += probability;
    const { open, closed } = matchLabels(before + normalizePiece(token), labels);
    const label = closed ?? (open.length === 1 ? open[0] : undefined);
    if (label !== undefined) masses.set(label, (masses.get(label) ?? 0) + probability);
  }
  return { masses, listed: Math.min(1, sum) };
}
