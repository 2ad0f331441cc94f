import type { GenerateResult, TokenLogprob } from '../../../models/chat-model.js';
import { readLabelProbability } from '../../../models/read-label-probability.js';
import type { StepJudgment } from '../../../schema/index.js';
import type { Labels } from './labels.js';
import { readLabel } from './read-label.js';

/** A judgment that has a probability. */
export type ScoredStep = Extract<StepJudgment, { status: 'scored' }>;

/** An element of a JSON array of labels: a string, or anything up to the next comma. */
const element = /"((?:[^"\\]|\\.)*)"|[^\s,[\]"]+/g;

/**
 * Reads one judgment a label from an array, softly where the tokens tell how sure the model was of each label.
 * @throws ParseError for anything that is no label.
 */
export function readLabelArray(values: readonly unknown[], { text, tokens }: Pick<GenerateResult, 'text' | 'tokens'>, labels: Labels): ScoredStep[] {
  const hard = values.map((value) => readLabel(typeof value === 'object' ? JSON.stringify(value) : String(value), labels));
  const places = tokens === null ? null : findLabels(text, labels, hard);
  return hard.map((correct, at): ScoredStep => {
    const place = places?.[at];
    const soft = place === undefined || tokens === null ? null
      : readLabelProbability({ tokens: tokensFrom(tokens, place), labels: [labels.positive, labels.negative], label: labels.positive });
    return soft === null
      ? { status: 'scored', probability: correct ? 1 : 0, source: 'label', findings: [] }
      : { status: 'scored', probability: soft.probability, source: soft.source, findings: [] };
  });
}

/** Finds where the labels stand in the answer: the first bracket after which they follow in order. Null when there is none. */
function findLabels(text: string, labels: Labels, hard: readonly boolean[]): number[] | null {
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    const close = text.indexOf(']', open);
    const found = [...text.slice(open, close < 0 ? undefined : close).matchAll(element)];
    const spelled = found.map((match) => match[1] ?? match[0]);
    if (spelled.length === hard.length && spelled.every((one, at) => one === (hard[at] ? labels.positive : labels.negative))) {
      return found.map((match) => open + match.index + (match[1] === undefined ? 0 : 1));
    }
  }
  return null;
}

/** The tokens from a place in the text on. A token that begins before it loses what comes before, and the alternatives that begin otherwise. */
function tokensFrom(tokens: readonly TokenLogprob[], place: number): TokenLogprob[] {
  let end = 0;
  const at = tokens.findIndex(({ token }) => (end += token.length) > place);
  const token = tokens[at];
  if (token === undefined) return [];
  const before = token.token.slice(0, token.token.length - (end - place));
  const cut = (piece: string): string => piece.slice(before.length);
  const top = token.top.filter((other) => other.token.startsWith(before)).map((other) => ({ ...other, token: cut(other.token) }));
  return [{ ...token, token: cut(token.token), top }, ...tokens.slice(at + 1)];
}
