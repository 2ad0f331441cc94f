import { UsageError } from '../errors/index.js';
import type { TokenLogprob } from './chat-model.js';
import { findLabelPlace } from './labels/find-label-place.js';
import { normalizePiece } from './labels/normalize-piece.js';

/** Below this the labels were so unlikely that their ratio says nothing about what the model would answer. */
const MIN_MASS = 0.05;
/** Half the width of the interval that an unlisted label leaves; wider ones are left to the next rung. */
const MAX_HALF_WIDTH = 0.05;
/** Tokens that may spell one label: bare, after a space, after a newline, with a newline behind. */
const SPELLINGS = 4;

export interface LabelProbability {
  /** P(label), over the labels alone, in [0,1]. */
  probability: number;
  /** `label-logprobs`: every label was listed. `top-logprobs`: one was not, and its probability was bounded by those that were. */
  source: 'label-logprobs' | 'top-logprobs';
  /** How far the true value may be from `probability`; 0 for `label-logprobs`. */
  halfWidth: number;
  /** Probability that the model gave to the labels together before they were normalised, in (0,1]. */
  mass: number;
}

export interface ReadLabelProbabilityOptions {
  /** Tokens of the answer, its label first (space, newlines and quotes before it do not matter). */
  tokens: readonly TokenLogprob[] | null;
  /** All labels, at least two, different from each other. */
  labels: readonly string[];
  /** The one whose probability is asked for. */
  label: string;
}

/**
 * P(label) from token log-probabilities, the first rungs of the ladder (VisualPRM: softmax over `+` and `-` at the answer
 * position). Labels of several tokens are compared at the first token where they differ. Null when the tokens
 * cannot tell: none given, another answer than a label, labels too improbable, or a label unlisted that might matter.
 */
export function readLabelProbability({ tokens, labels, label }: ReadLabelProbabilityOptions): LabelProbability | null {
  const spelled = labels.map((one) => normalizePiece(one).trim());
  if (new Set(spelled).size < 2 || new Set(spelled).size < labels.length || spelled.includes('') || !labels.includes(label)) {
    throw new UsageError(`Expected at least two different labels with \`${label}\` among them, but got ${labels.map((one) => `\`${one}\``).join(', ')}.`);
  }
  const place = tokens === null ? null : findLabelPlace(tokens, spelled);
  if (place === null) return null;
  const mass = [...place.masses.values()].reduce((sum, one) => sum + one, 0);
  if (mass < MIN_MASS) return null;
  const own = place.masses.get(normalizePiece(label).trim()) ?? 0;
  const missing = labels.length - place.masses.size;
  if (missing === 0) return { probability: clip(own / mass), source: 'label-logprobs', halfWidth: 0, mass: clip(mass) };

  // What was not listed has at most the rest of the probability, and each of its tokens at most that of the last listed one.
  const rest = Math.min(1 - place.listed, place.least === null ? 1 : SPELLINGS * missing * place.least);
  const low = own === 0 ? 0 : own / (mass + rest);
  const high = own === 0 ? rest / (mass + rest) : Math.min(1, own / mass);
  const halfWidth = (high - low) / 2;
  if (halfWidth > MAX_HALF_WIDTH) return null;
  return { probability: clip((low + high) / 2), source: 'top-logprobs', halfWidth, mass: clip(mass) };
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
