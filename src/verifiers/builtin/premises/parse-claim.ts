import { findQuantities } from '../../../maths/find-quantities.js';
import type { Quantity } from '../../../maths/find-quantities.js';
import { findMentions } from './find-mentions.js';
import type { Mention } from './find-mentions.js';
import type { LabelBook } from './label-book.js';
import { isNumberName } from './number-names.js';
import { splitSentences } from './split-sentences.js';
import { tokenise } from './tokenise.js';
import type { Token } from './tokenise.js';
import { derivingWords, emptyWords } from './word-lists.js';

/** One thing that a claim says: values, with the labels that it names beside them. */
export interface Assertion {
  readonly text: string;
  /** The values said, in order; none when the clause says no number. */
  readonly values: readonly Quantity[];
  /** Labels named in the clause itself, and in the rest of its sentence. */
  readonly own: readonly Mention[];
  readonly inherited: readonly Mention[];
  /** Words of the clause that are neither label nor value nor printed anywhere nor empty. */
  readonly unexplained: readonly string[];
  /** Stems of all words that belong to no label and no value. */
  readonly stems: readonly string[];
  /** Whether the sentence computes, compares, supposes or denies: then it is no plain reading. */
  readonly derived: boolean;
}

const separator = /[,;]|\b(?:and|while|but|whereas)\b/gi;
/** Sentences that ask for something rather than say it. */
const request = /^(?:find|look|count|add|multiply|subtract|divide|use|compute|determine|identify|plug|write|suppose|let)\b|\?\s*$/i;
const operator = /\b(?:under|over|above|below|exceeds?)\s+\$?\d|[+×÷∗*√≤≥<>≠≈]|\\(?:times|div|frac|cdot|sqrt|leq?|geq?|approx|neq)|\d\s*[-−–/^]\s*\$?\d|\d\s*[xX]\s*\d/;

/** Parses a normalised claim into its assertions, sentence by sentence and value by value. */
export function parseClaim(claim: string, book: LabelBook): Assertion[] {
  return splitSentences(claim).flatMap((sentence) => parseSentence(sentence, book));
}

function parseSentence(sentence: string, book: LabelBook): Assertion[] {
  const tokens = tokenise(sentence);
  const found = findMentions(tokens, book);
  const quantities = findQuantities(sentence);
  const names = quantities.filter((quantity) => isNumberName(quantity, sentence, tokens, found, book));
  // A sentence that says nothing but names says its last number.
  const values = quantities.filter((quantity) => !names.includes(quantity) || (names.length === quantities.length && quantity === quantities.at(-1)));
  const isValueToken = (token: Token): boolean => values.some((value) => token.start < value.end && token.end > value.start);
  const mentions = found.filter((mention) => !tokens.slice(mention.from, mention.to).some(isValueToken));
  const isMentioned = (at: number): boolean => mentions.some((mention) => mention.from <= at && mention.to > at);
  const loose = tokens.map((token, at) => ({ ...token, at })).filter((token) => !isValueToken(token) && !isMentioned(token.at));
  const derived = request.test(sentence) || loose.some((token) => derivingWords.has(token.stem)) || operator.test(maskSpans(sentence, tokens, mentions));
  return cutClauses(sentence, values, loose, tokens, mentions).map(({ start, end, said }) => {
    const inside = (token: { start: number; end: number }): boolean => token.start >= start && token.end <= end;
    const isOwn = (mention: Mention): boolean => tokens.slice(mention.from, mention.to).some(inside);
    const stems = loose.filter(inside).map((token) => token.stem);
    return {
      text: sentence.slice(start, end).trim(), values: said, derived, stems,
      own: mentions.filter(isOwn), inherited: mentions.filter((mention) => !isOwn(mention)),
      unexplained: stems.filter((stem) => !emptyWords.has(stem) && !book.vocabulary.has(stem)),
    };
  });
}

interface Clause { readonly start: number; readonly end: number; readonly said: Quantity[] }

/** Cuts a sentence between its values, at the first comma or "and" after each; a part that is only a value joins the part before it as a list. */
function cutClauses(sentence: string, values: readonly Quantity[], loose: readonly Token[], tokens: readonly Token[], mentions: readonly Mention[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let tangled = false;
  values.forEach((value, at) => {
    const next = values[at + 1];
    const gap = next === undefined ? '' : sentence.slice(value.end, next.start);
    separator.lastIndex = 0;
    const cut = next === undefined ? null : separator.exec(gap);
    const end = next === undefined ? sentence.length : value.end + (cut?.index ?? 0);
    const hasWords = [...loose, ...mentions.flatMap((mention) => tokens.slice(mention.from, mention.to))]
      .some((token) => token.start >= start && token.end <= end && token.stem !== 'and');
    const last = clauses.at(-1);
    if (last !== undefined && (!hasWords || tangled)) clauses[clauses.length - 1] = { start: last.start, end, said: [...last.said, value] };
    else clauses.push({ start, end, said: [value] });
    start = end;
    tangled = cut === null;
  });
  return clauses.length === 0 ? [{ start: 0, end: sentence.length, said: [] }] : clauses;
}

/** The sentence with its labels blanked out, so that "pot-bellied" or "October 1-15" is no arithmetic. */
function maskSpans(sentence: string, tokens: readonly Token[], mentions: readonly Mention[]): string {
  let masked = sentence;
  for (const mention of mentions.filter((one) => one.full)) {
    const [start, end] = [tokens[mention.from]?.start ?? 0, tokens[mention.to - 1]?.end ?? 0];
    masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  }
  return masked;
}
