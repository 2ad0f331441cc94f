import type { TokenLogprob } from './chat-model.js';
import { normalizePiece } from './labels/normalize-piece.js';
import { readLabelProbability, type LabelProbability } from './read-label-probability.js';

/** Tokens that open an assistant turn in a chat template: a mark, the role, a newline. */
const HEADER_TOKENS = 3;

export interface ReadTurnProbabilitiesOptions {
  /** Tokens of the prompt, whose last ones open the assistant turn that was then generated. */
  promptTokens: readonly TokenLogprob[] | null | undefined;
  /** Tokens of the generated turn. */
  tokens: readonly TokenLogprob[] | null;
  /** What every earlier assistant turn says in the prompt. */
  placeholder: string;
  /** Earlier assistant turns and the generated one, from 1 up. */
  turns: number;
  labels: readonly string[];
  label: string;
}

/**
 * P(label) of every assistant turn of one call, as VisualPRM scores all steps in one pass: earlier turns hold a placeholder
 * in the prompt, and what the model would have said there is read from the prompt's log-probabilities. Turns are found
 * by the tokens that open them, which are those at the end of the prompt, so that any chat template will do.
 * Null when the server told no prompt tokens or the turns cannot be found; a turn is null as in readLabelProbability.
 */
export function readTurnProbabilities(options: ReadTurnProbabilitiesOptions): (LabelProbability | null)[] | null {
  const { promptTokens, tokens, placeholder, turns, labels, label } = options;
  if (!promptTokens || promptTokens.length < HEADER_TOKENS) return null;
  const pieces = promptTokens.map(({ token }) => normalizePiece(token));
  const header = pieces.slice(-HEADER_TOKENS).join('\0');
  const wanted = normalizePiece(placeholder).trim();
  const starts = pieces.flatMap((_, i) =>
    i >= HEADER_TOKENS && pieces.slice(i - HEADER_TOKENS, i).join('\0') === header && pieces.slice(i, i + wanted.length).join('').trimStart().startsWith(wanted) ? [i] : []);
  if (starts.length !== turns - 1) return null;
  const read = (from: readonly TokenLogprob[]): LabelProbability | null => readLabelProbability({ tokens: from, labels, label });
  return [...starts.map((start) => read(promptTokens.slice(start, start + wanted.length))), tokens === null ? null : read(tokens)];
}
