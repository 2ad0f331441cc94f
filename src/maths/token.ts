import type { Rational } from './rational.js';

export type Relation = '=' | '≈' | '<' | '>' | '≤' | '≥' | '≠' | '≡';
export type FunctionName = 'sqrt' | 'abs' | 'sin' | 'cos' | 'tan' | 'cot' | 'sec' | 'csc' | 'arcsin' | 'arccos' | 'arctan' | 'log' | 'ln' | 'exp';
export type Operator = '+' | '-' | '*' | '/' | '^';

interface Place {
  /** Place in the text, UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** White space, or a sign that prints as such, stands before it. */
  readonly spaced: boolean;
}

/** One piece of a text that may hold formulas. */
export type Token = Place & (
  | { readonly kind: 'number'; readonly value: Rational; readonly decimals: number; readonly openEnded: boolean; readonly unit: string | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'pi' }
  | { readonly kind: 'function'; readonly name: FunctionName }
  | { readonly kind: 'operator'; readonly op: Operator }
  /** A LaTeX command that takes groups: \frac, \sqrt, \binom. */
  | { readonly kind: 'command'; readonly command: 'frac' | 'sqrt' | 'binom' }
  | { readonly kind: 'open' | 'close'; readonly shape: '(' | '[' | '{' }
  | { readonly kind: 'bar' }
  /** A raised number: ², ⁻¹. */
  | { readonly kind: 'raised'; readonly exponent: bigint }
  | { readonly kind: 'postfix'; readonly op: '%' | '!' | '°' }
  | { readonly kind: 'relation'; readonly relation: Relation }
  /** Ends a formula. A line break (`soft`) does not when a relation or an operator follows. */
  /** "mod", \pmod, \bmod: what follows is a modulus. */
  | { readonly kind: 'modulus' }
  | { readonly kind: 'separator'; readonly soft: boolean }
  | { readonly kind: 'comma' }
  | { readonly kind: 'word'; readonly word: string }
  /** Something that belongs to a formula but has no value here: \sum, 58_9, "...". */
  | { readonly kind: 'opaque' }
);
