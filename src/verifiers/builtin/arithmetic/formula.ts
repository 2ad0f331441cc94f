import type { Relation, Token } from '../../../maths/token.js';

/** Sides joined by relations, as they stand in a text: `50 + 44 = 94 < 100` has three sides and two relations. */
export interface Formula {
  readonly sides: readonly Side[];
  /** One fewer than the sides. */
  readonly relations: readonly Relation[];
  /** A comma or "or" follows the formula directly, with a further value: "x = 1, 2", "x = 1 or 2". */
  readonly listed: boolean;
}

export interface Side {
  /** Empty when the side is prose or missing. */
  readonly tokens: readonly Token[];
  /** Words touch the side so that it may be only part of what is meant: "twice 5", "5 remainder 2". */
  readonly cutOff: boolean;
  /** Place in the step's text. */
  readonly start: number;
  readonly end: number;
}
