import type { GenerateResult, TokenLogprob, Usage } from '../chat-model.js';
import { cutTokens } from './cut-tokens.js';
import type { SpelledConstraint } from './spell-constraint.js';
import { splitReasoning } from '../split-reasoning.js';
import { unwrapChoice } from './unwrap-choice.js';

/** What a server said, in whatever shape, before reasoning and wrapping are taken off. */
export interface RawAnswer {
  content: string;
  /** The server's own word that the model declined; null when it did not. */
  refusal: string | null;
  /** Reasoning that the server keeps apart; null when it does not. */
  reasoning: string | null;
  finishReason: GenerateResult['finishReason'];
  tokens: readonly TokenLogprob[] | null;
  usage: Usage | null;
  model: string | null;
  wrapping: SpelledConstraint['wrapping'];
}

/** Takes reasoning and wrapping off the text and, in step with it, off the tokens. */
export function finishAnswer(raw: RawAnswer): GenerateResult {
  const { refusal, usage, model } = raw;
  const split = splitReasoning(raw.content);
  const reasoning = [raw.reasoning, split.reasoning].filter((part) => part !== null && part !== '').join('\n');
  const { text, isUnwrapped } = unwrapChoice(split.text, raw.wrapping);
  const warnings: string[] = [];
  if (refusal !== null && refusal !== '') warnings.push(`the model refused: ${refusal}`);
  else if (raw.finishReason === 'content-filter') warnings.push('a content filter of the server held the answer back');
  return {
    text,
    ...(reasoning === '' ? {} : { reasoning }),
    finishReason: warnings.length > 0 ? 'content-filter' : raw.finishReason,
    // Tokens of reasoning and wrapping are listed too by most servers.
    tokens: raw.tokens === null || (reasoning === '' && !isUnwrapped) ? raw.tokens : cutTokens(raw.tokens, text),
    usage,
    model,
    warnings,
  };
}
