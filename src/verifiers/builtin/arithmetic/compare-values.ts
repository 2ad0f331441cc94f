import { approximate, isExact } from '../../../maths/approximation.js';
import type { Value } from '../../../maths/approximation.js';
import { compare } from '../../../maths/rational.js';
import type { Relation } from '../../../maths/token.js';
import type { WrittenPlace } from './read-written-place.js';

/** `unclear`: neither right nor clearly wrong; never reported. */
export type Outcome = 'holds' | 'fails' | 'unclear';

export interface ComparedSides {
  /** The values as written. */
  readonly left: Value;
  readonly right: Value;
  /** The values with every possibly rounded number as a range. */
  readonly looseLeft: Value;
  readonly looseRight: Value;
  /** Where a side is one bare number: the place of its last digit. */
  readonly leftPlace: WrittenPlace | null;
  readonly rightPlace: WrittenPlace | null;
}

/** "≈" is called wrong only from this relative distance on. */
const FAR = 0.05;

/** Holds a relation against the values of its sides. */
export function compareValues(relation: Relation, sides: ComparedSides): Outcome {
  switch (relation) {
    case '=': return compareEqual(sides);
    case '≈': return compareRoughly(sides);
    case '≠': return isSame(sides.left, sides.right) ? (isExact(sides.left) && isExact(sides.right) ? 'fails' : 'unclear') : 'holds';
    default: return compareOrder(relation, sides);
  }
}

/** How far apart two values are, less what their errors explain; 0 when they may be the same. */
function distance(a: Value, b: Value): number {
  if (isExact(a) && isExact(b) && compare(a.exact, b.exact) === 0) return 0;
  const [x, y] = [approximate(a), approximate(b)];
  // Two different exact values that share a double are told apart by their sizes only; 1e-300 stands for "not 0".
  const gap = Math.max(0, Math.abs(x.value - y.value) - x.error - y.error);
  return isExact(a) && isExact(b) ? Math.max(gap, 1e-300) : gap;
}

const isSame = (a: Value, b: Value): boolean => distance(a, b) === 0;

/**
 * "=": equal, or a decimal that rounds or cuts off the other side: less than one unit of its last written digit away
 * (2/3 = 0.67 and 2/3 = 0.66 both pass). A whole number for a fraction, and differences that rounded inputs explain, are unclear.
 */
function compareEqual(sides: ComparedSides): Outcome {
  const gap = distance(sides.left, sides.right);
  if (gap === 0) return 'holds';
  const places = [sides.leftPlace, sides.rightPlace];
  if (places.some((place) => place !== null && !place.isWhole && gap < place.unit * (1 - 1e-9))) return 'holds';
  if (places.some((place) => place?.isWhole === true && gap < 1) && !(isWholeValue(sides.left) && isWholeValue(sides.right))) return 'unclear';
  const slack = Math.max(...places.map((place) => (place === null || place.isWhole ? 0 : place.unit)));
  const loose = distance(sides.looseLeft, sides.looseRight);
  return loose === 0 || loose < slack ? 'unclear' : 'fails';
}

/** "≈": within one unit of the last significant digit; wrong only when also far off. */
function compareRoughly(sides: ComparedSides): Outcome {
  const gap = distance(sides.looseLeft, sides.looseRight);
  if (gap === 0) return 'holds';
  const coarse = Math.max(0, ...[sides.leftPlace, sides.rightPlace].map((place) => place?.coarse ?? 0));
  if (gap <= coarse) return 'holds';
  const size = Math.max(Math.abs(approximate(sides.left).value), Math.abs(approximate(sides.right).value));
  return gap > FAR * size ? 'fails' : 'unclear';
}

function compareOrder(relation: '<' | '>' | '≤' | '≥' | '≡', sides: ComparedSides): Outcome {
  const same = isSame(sides.left, sides.right);
  if (same && !(isExact(sides.left) && isExact(sides.right))) return 'unclear';
  if (same) return relation === '≤' || relation === '≥' ? 'holds' : 'fails';
  const isBelow = isExact(sides.left) && isExact(sides.right) ? compare(sides.left.exact, sides.right.exact) < 0
    : approximate(sides.left).value < approximate(sides.right).value;
  return isBelow === (relation === '<' || relation === '≤') ? 'holds' : 'fails';
}

const isWholeValue = (value: Value): boolean => isExact(value) && value.exact.den === 1n;
