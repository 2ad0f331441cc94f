import type { Expression } from '../../maths/expression.js';
import type { Relation } from '../../maths/token.js';
import type { AnswerValue } from '../read-answer-value.js';

/** `bare`: a list without brackets, whose order may not matter. `matrix`: rows and columns, whose brackets do not matter. */
export type Brackets = '()' | '[]' | '(]' | '[)' | 'bare' | 'matrix';

/** What an answer says, once read. A text may be read in several ways: see `readForms`. */
export type AnswerForm =
  | { readonly kind: 'number'; readonly value: AnswerValue }
  | { readonly kind: 'infinity'; readonly negative: boolean }
  /** A formula that holds names: 2x + 1. */
  | { readonly kind: 'formula'; readonly expression: Expression }
  /** left = right, left < right, … */
  | { readonly kind: 'relation'; readonly relation: Relation; readonly left: Expression; readonly right: Expression }
  /** "Area = 12", "x = 3", "range: (0, 1]": what is named, and what is said of it. `relation` is the whole as an equation where it is one. */
  | { readonly kind: 'labelled'; readonly label: string; readonly of: AnswerForm; readonly relation: AnswerForm | null }
  | { readonly kind: 'sequence'; readonly brackets: Brackets; readonly items: readonly AnswerForm[] }
  /** {1, 2}, and unions of intervals: order and repetition do not matter. */
  | { readonly kind: 'set'; readonly items: readonly AnswerForm[] }
  /** 3:4, 1:2:5. */
  | { readonly kind: 'ratio'; readonly terms: readonly AnswerValue[] }
  /** A time of day, in minutes since midnight; `half` says whether A.M. or P.M. is written. */
  | { readonly kind: 'time'; readonly minutes: number; readonly half: boolean }
  /** Anything else, in one spelling. */
  | { readonly kind: 'words'; readonly text: string };
