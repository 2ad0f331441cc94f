import type { Rational } from './rational.js';
import type { FunctionName } from './token.js';

/** A formula without relations. Depth and size are bounded by the parser. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Rational; readonly decimals: number; readonly openEnded: boolean; readonly unit: string | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'pi' }
  | { readonly kind: 'binary'; readonly op: '+' | '-' | '*' | '/' | '^'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negate' | 'percent' | 'degrees' | 'factorial'; readonly of: Expression }
  /** `parameter`: the base of a logarithm, the index of a root; null for the usual one. */
  | { readonly kind: 'call'; readonly name: FunctionName; readonly parameter: Expression | null; readonly of: Expression }
  | { readonly kind: 'binomial'; readonly of: Expression; readonly choose: Expression };

/**
 * How an ambiguous notation is taken. The first reading of `listReadings` is the usual one;
 * a statement is called wrong only when it fails under all of them.
 */
export interface Reading {
  /** 1/2x is 1/(2x) instead of (1/2)x. */
  readonly tightProducts: boolean;
  /** 2\frac{1}{2} is 2 · 1/2 instead of 2 1/2. */
  readonly mixedAsProduct: boolean;
  /** -2^2 is (-2)^2, as when -2 was put in for a name. */
  readonly signedBase: boolean;
  /** 25% counts as 25 instead of 0.25. */
  readonly percentAsNumber: boolean;
  /** 50 - 10% is 45, as on a pocket calculator. */
  readonly percentOfLeft: boolean;
  /** sin 30 without a degree sign is in degrees. */
  readonly angleInDegrees: boolean;
  /** 120° is 2π/3 where no function takes it. */
  readonly degreesAsRadians: boolean;
  /** log is to base e instead of 10. */
  readonly naturalLog: boolean;
  readonly pi: 'exact' | '3.14' | '22/7';
  /** A final "!" is an exclamation. */
  readonly dropFactorial: boolean;
}
