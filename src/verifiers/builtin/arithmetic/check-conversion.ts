import { convertUnit } from '../../../maths/convert-unit.js';
import { compare, equal, subtract, absoluteValue, makeRational } from '../../../maths/rational.js';
import type { Rational } from '../../../maths/rational.js';
import type { Relation, Token } from '../../../maths/token.js';
import type { CheckedRelation } from './check-relation.js';

type NumberToken = Extract<Token, { kind: 'number' }>;

/** The single number with a unit that a side is, or null. */
function onlyQuantity(tokens: readonly Token[]): (NumberToken & { unit: string }) | null {
  const [token] = tokens;
  return tokens.length === 1 && token?.kind === 'number' && token.unit !== null ? { ...token, unit: token.unit } : null;
}

/** Checks "2.5 m = 250 cm": two quantities in different units of one dimension. Null for anything else. */
export function checkConversion(left: readonly Token[], relation: Relation, right: readonly Token[]): CheckedRelation | null {
  const [a, b] = [onlyQuantity(left), onlyQuantity(right)];
  if (a === null || b === null || a.unit === b.unit || (relation !== '=' && relation !== '≈')) return null;
  const converted = convertUnit(a.value, a.unit, b.unit);
  if (converted === null) return null;
  const values = { left: { exact: converted }, right: { exact: b.value } };
  if (equal(converted, b.value)) return { outcome: 'holds', ...values };
  const difference = subtract(converted, b.value);
  const place = makeRational(1n, 10n ** BigInt(b.decimals));
  if (difference === null || place === null) return null;
  const isRounded = compare(absoluteValue(difference), place) < 0;
  // "1 inch = 2.5 cm", "1 kg ≈ 2 lb": factors between two systems are often rounded on purpose.
  const magnitude = absoluteValue(b.value);
  const isNear = compare({ num: absoluteValue(difference).num * 20n, den: difference.den }, magnitude) < 0;
  return { outcome: isRounded && b.decimals > 0 ? 'holds' : isNear || isRounded || isScale(converted, b.value) ? 'unclear' : 'fails', ...values };
}

/** Quantities more than twenty times apart are the scale of a drawing (1 cm = 5 km) rather than a slip. */
function isScale(a: Rational, b: Rational): boolean {
  const [x, y] = [absoluteValue(a), absoluteValue(b)];
  const times = (value: Rational): Rational => ({ num: value.num * 20n, den: value.den });
  return compare(x, times(y)) > 0 || compare(y, times(x)) > 0;
}
