import type { Token } from '../../../maths/token.js';
import { tokenize } from '../../../maths/tokenize.js';
import { changesPrevious, isNoun } from './context-words.js';
import { splitRun } from './split-run.js';
import type { Formula } from './formula.js';

/** Only this much of a step is looked at, in UTF-16 code units; no true step comes near it. */
const MAX_CHARACTERS = 20_000;
/** Longer runs of formula tokens are left alone. */
const MAX_RUN = 1000;

/** A stretch of tokens without prose, and the words on both sides of it. */
export interface Run {
  readonly tokens: readonly Token[];
  readonly wordBefore: string | null;
  readonly wordAfter: string | null;
  /** Different things are counted in it ("2 lengths + 2 widths = 16"), so that the plain numbers need not agree. */
  readonly isMixed: boolean;
  /** "or", or "and" with a bare value, follows: the last value is one of several. */
  readonly listAfter: boolean;
}

/** Finds the formulas of a step's text, in order. */
export function findFormulas(text: string): Formula[] {
  return findRuns(tokenize(text.slice(0, MAX_CHARACTERS))).flatMap((run) => (run.tokens.length > MAX_RUN ? [] : splitRun(run)));
}

/** Cuts tokens into runs at words and separators; nouns between a value and an operator are dropped. */
function findRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let current: Token[] = [];
  let nouns: string[] = [];
  let wordBefore: string | null = null;
  const finish = (wordAfter: string | null, nextBefore: string | null, listAfter = false): void => {
    if (current.some((token) => token.kind === 'relation')) runs.push({ tokens: current, wordBefore, wordAfter, listAfter, isMixed: areMixed(nouns, wordAfter) });
    current = [];
    nouns = [];
    wordBefore = nextBefore;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === 'word') {
      const related = readIs(token, current, tokens[i + 1]);
      if (related !== null) {
        current.push(related);
        continue;
      }
      const skipped = isBareSide(current, tokens, i) ? null : skipNouns(tokens, i, current.at(-1));
      if (skipped !== null) nouns.push(...tokens.slice(i, skipped).flatMap((noun) => (noun.kind === 'word' ? [noun.word] : [])));
      if (skipped === null) finish(isToThe(tokens, i) ? 'to-the' : token.word, token.word, token.word === 'or' || (token.word === 'and' && isBareValue(tokens, i + 1)));
      else i = skipped - 1;
    } else if (token.kind === 'separator') {
      if (!token.soft || !continues(current.at(-1), tokens[i + 1])) finish(null, null);
    } else current.push(token);
  }
  finish(null, null);
  return runs;
}

/** "2 to the 4th" raises the value before it; "= 85 to find x" does not. */
function isToThe(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]];
  return word?.kind === 'word' && word.word === 'to' && next?.kind === 'word' && next.word === 'the';
}

/** "6 sides = 6 × 2": a bare number with a noun before "=" names a thing, and is no side of its own. */
function isBareSide(before: readonly Token[], tokens: readonly Token[], from: number): boolean {
  const next = tokens.slice(from, from + 3).find((token) => token.kind !== 'word');
  const side = before.slice(before.findLastIndex((token) => token.kind === 'relation') + 1);
  return next?.kind === 'relation' && side.length <= 1;
}

/** Whether the nouns, with the one behind the last value, name more than one thing; plural or not. */
function areMixed(nouns: readonly string[], wordAfter: string | null): boolean {
  const all = [...nouns, ...(nouns.length > 0 && wordAfter !== null && isNoun(wordAfter) ? [wordAfter] : [])];
  return new Set(all.map((noun) => noun.replace(/e?s$/, ''))).size > 1;
}

/** Whether a number stands at a place that is no part of a longer formula. */
function isBareValue(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  const at = first?.kind === 'operator' && first.op === '-' ? from + 1 : from;
  const next = tokens[at + 1];
  return tokens[at]?.kind === 'number' && (next === undefined || next.kind === 'word' || next.kind === 'separator' || next.kind === 'comma');
}

/** A line break inside a formula: the next line begins with a relation, or this one ends with one. */
function continues(last: Token | undefined, next: Token | undefined): boolean {
  return next?.kind === 'relation' || last?.kind === 'relation' || (last?.kind === 'operator' && last.op !== '*');
}

/** Where to go on when one or two nouns stand between a value and an operator or relation; null when they do not. */
function skipNouns(tokens: readonly Token[], from: number, last: Token | undefined): number | null {
  if (last === undefined || !(last.kind === 'number' || last.kind === 'close' || last.kind === 'postfix')) return null;
  for (let i = from; i < from + 3; i += 1) {
    const token = tokens[i];
    if ((token?.kind === 'operator' && token.op !== '^') || token?.kind === 'relation') return i === from ? null : i;
    if (token?.kind === 'close' && i > from) return i;
    if (token?.kind !== 'word' || !isNoun(token.word) || changesPrevious(token.word)) return null;
  }
  return null;
}

/** "14/2 is 7": the verb between a computation and a value states that they are equal ("from 1 to 9 is 45" does not). */
function readIs(word: Extract<Token, { kind: 'word' }>, before: readonly Token[], next: Token | undefined): Token | null {
  const last = before.at(-1);
  const side = before.slice(before.findLastIndex((token) => token.kind === 'relation' || token.kind === 'comma') + 1);
  const isComputed = side.some((token) => token.kind === 'operator' || token.kind === 'command');
  const isValue = last?.kind === 'number' || last?.kind === 'close' || last?.kind === 'postfix';
  if (word.word !== 'is' || !isComputed || !isValue || !(next?.kind === 'number' || next?.kind === 'command')) return null;
  return { kind: 'relation', relation: '=', start: word.start, end: word.end, spaced: true };
}
