import { findFunction } from './latex-commands.js';
import { matchAt } from './match-at.js';
import type { TokenContext, TokenStep } from './tokenize.js';

const letters = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/uy;
/** Capitals in a row name a segment or an angle (AB, ABC), also in mathematics. */
const segment = /[A-Z]{2,4}(?![A-Za-z])/y;
const hyphenated = /[\p{L}\p{M}'’]+(?:-\p{L}+)+/uy;
const subscript = /_(?:\{[^{}]{0,30}\}|[\p{L}\p{N}])|[₀-₉]+/uy;
const primes = /['’′]+(?!\p{L})/uy;
const operators: Record<string, '+' | '-' | '*' | '/'> = { plus: '+', minus: '-', times: '*' };
const phrase = /(divided by|multiplied by|equals|is equal to|is approximately|is about)(?![\p{L}\p{N}])/uy;
const percentWord = /(?:percent|per cent)(?!\p{L})/uy;

/** Reads letters: a name (x, AB, a_1), a function, a spoken operator, or a word of prose. */
export function readLetters(context: TokenContext): TokenStep | null {
  const { text, at, inMaths, spaced, previous } = context;
  const match = matchAt(letters, text, at)?.[0];
  if (match === undefined) return null;
  if (match === 'π') return { token: { kind: 'pi', start: at, end: at + 1, spaced }, end: at + 1 };
  const called = findFunction(match);
  if (called !== null) return { token: { kind: 'function', name: called, start: at, end: at + match.length, spaced }, end: at + match.length };
  if (match === 'mod' || match === 'modulo') return { token: { kind: 'modulus', start: at, end: at + match.length, spaced }, end: at + match.length };
  if (inMaths) return readName(text, at, matchAt(segment, text, at)?.[0] ?? [...match][0] ?? match, spaced);
  return readSpoken(context) ?? readTimesSign(context) ?? (isName(match, text, at, previous !== undefined && !spaced)
    ? readName(text, at, match, spaced)
    : readWord(text, at, match, spaced));
}

/** A name with its index and primes; a primed one is a function's derivative or another point, so it stays opaque. */
function readName(text: string, at: number, name: string, spaced: boolean): TokenStep {
  const index = matchAt(subscript, text, at + name.length)?.[0] ?? '';
  const primed = matchAt(primes, text, at + name.length + index.length)?.[0] ?? '';
  const end = at + name.length + index.length + primed.length;
  if (primed !== '') return { token: { kind: 'opaque', start: at, end, spaced }, end };
  return { token: { kind: 'name', name: name + index.replace(/[{}\s]/g, ''), start: at, end, spaced }, end };
}

function readWord(text: string, at: number, match: string, spaced: boolean): TokenStep {
  const word = matchAt(hyphenated, text, at)?.[0] ?? match;
  return { token: { kind: 'word', word: word.toLowerCase(), start: at, end: at + word.length, spaced }, end: at + word.length };
}

/** "plus", "divided by", "equals", "percent", and "of" behind a percentage. */
function readSpoken({ text, at, spaced, previous }: TokenContext): TokenStep | null {
  const spoken = matchAt(phrase, text, at)?.[0];
  const percent = matchAt(percentWord, text, at)?.[0];
  const word = spoken ?? percent ?? matchAt(letters, text, at)?.[0] ?? '';
  const place = { start: at, end: at + word.length, spaced };
  if (percent !== undefined && previous?.kind === 'number') return { token: { kind: 'postfix', op: '%', ...place }, end: place.end };
  if (spoken?.endsWith('by')) return { token: { kind: 'operator', op: spoken.startsWith('d') ? '/' : '*', ...place }, end: place.end };
  if (spoken !== undefined) return { token: { kind: 'relation', relation: spoken.includes('a') && !spoken.endsWith('to') && spoken !== 'equals' ? '≈' : '=', ...place }, end: place.end };
  const op = operators[word] ?? (word === 'of' && previous?.kind === 'postfix' && previous.op === '%' ? '*' : undefined);
  return op === undefined ? null : { token: { kind: 'operator', op, ...place }, end: place.end };
}

/** "5 x 3", "28x2": the letter x between a value and a digit is a times sign. */
function readTimesSign({ text, at, spaced, previous }: TokenContext): TokenStep | null {
  const isValue = previous?.kind === 'number' || previous?.kind === 'close' || previous?.kind === 'postfix';
  if (!isValue || !/^[xX](?:\s?[\d$£€]|\s[(\\])/.test(text.slice(at, at + 3)) || (spaced !== /\s/.test(text[at + 1] ?? ''))) return null;
  return { token: { kind: 'operator', op: '*', start: at, end: at + 1, spaced }, end: at + 1 };
}

/** In prose a name is one letter that is no word of its own, or a few capitals (AB). */
function isName(match: string, text: string, at: number, touches: boolean): boolean {
  if (/^[A-Z]{2,4}$/.test(match)) return true;
  if ([...match].length !== 1) return touches && match.length === 2;
  return !/^[aAI]$/.test(match) || !/^\s\p{L}{2,}/u.test(text.slice(at + 1, at + 4));
}
