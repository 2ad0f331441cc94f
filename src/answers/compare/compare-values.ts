import { approximate, isExact } from '../../maths/approximation.js';
import { convertUnit } from '../../maths/convert-unit.js';
import { divide, equal, rational } from '../../maths/rational.js';
import type { AnswerValue } from '../read-answer-value.js';

/** A rounded decimal needs this many digits after the point, or it stands for too much: 0.3 is not 1/3. */
const ENOUGH_DECIMALS = 2;
/** Half a unit of its last digit is at most this share of a decimal that rounds a formula (0.17 and 1/6) … */
const FORMULA_TOLERANCE = 0.05;
/** … or a longer decimal (3.14 and 3.1416). */
const DECIMAL_TOLERANCE = 0.005;
/** Two numbers this near, in relation to their size, differ by the noise of doubles (0.30000000000000004), when one has many digits. */
const NOISE = 1e-12;
const MANY_DECIMALS = 12;

/**
 * How two numbers agree. `same`: exactly, in another unit of the same kind (2 m and 200 cm), as a percentage (25%, 0.25
 * and 25), or as degrees and radians (180° and π). `rounded`: one is a decimal that the other rounds to, within the
 * tolerances above (0.67 and 2/3). A unit on one side only is fine.
 */
export function compareValues(a: AnswerValue, b: AnswerValue): 'same' | 'rounded' | 'different' {
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit) return compareUnits(a, b);
  const plain = compareNumbers(a, b);
  if (plain === 'same') return plain;
  if (a.percent !== b.percent) {
    const share = compareNumbers(a.percent ? toShare(a) : a, b.percent ? toShare(b) : b);
    return share === 'different' ? plain : share;
  }
  return plain === 'different' && (a.unit === '°') !== (b.unit === '°') ? compareAngles(a, b) : plain;
}

function compareUnits(a: AnswerValue, b: AnswerValue): 'same' | 'rounded' | 'different' {
  if (a.unit === null || b.unit === null) return 'different';
  if (a.unit === '°' || b.unit === '°') return compareAngles(a, b);
  if (!isExact(a.value) || !isExact(b.value)) return 'different';
  const converted = convertUnit(a.value.exact, a.unit, b.unit);
  return converted !== null && equal(converted, b.value.exact) ? 'same' : 'different';
}

/** 120° and 2π/3; a plain decimal is no angle in radians. */
function compareAngles(a: AnswerValue, b: AnswerValue): 'same' | 'different' {
  const [degrees, radians] = a.unit === '°' ? [a, b] : [b, a];
  if (radians.unit !== null && radians.unit !== 'rad') return 'different';
  const [x, y] = [approximate(degrees.value), approximate(radians.value)];
  const turned = x.value * Math.PI / 180;
  return !isExact(radians.value) && Math.abs(turned - y.value) <= x.error + y.error + Math.abs(turned) * 1e-14 ? 'same' : 'different';
}

function compareNumbers(a: AnswerValue, b: AnswerValue): 'same' | 'rounded' | 'different' {
  if (isExact(a.value) && isExact(b.value) && equal(a.value.exact, b.value.exact)) return 'same';
  const [x, y] = [approximate(a.value), approximate(b.value)];
  const gap = Math.abs(x.value - y.value);
  if (!(isExact(a.value) && isExact(b.value)) && gap <= x.error + y.error) return 'same';
  if (Math.max(a.decimals ?? 0, b.decimals ?? 0) >= MANY_DECIMALS && gap <= NOISE * Math.max(Math.abs(x.value), Math.abs(y.value))) return 'same';
  return rounds(a, b, gap) || rounds(b, a, gap) ? 'rounded' : 'different';
}

/** Whether a written decimal is what the other number rounds to. */
function rounds(written: AnswerValue, other: AnswerValue, gap: number): boolean {
  if (written.decimals === null || written.decimals < ENOUGH_DECIMALS || (other.decimals !== null && other.decimals <= written.decimals)) return false;
  const half = 0.5 * 10 ** -written.decimals;
  const tolerance = other.decimals === null ? FORMULA_TOLERANCE : DECIMAL_TOLERANCE;
  return gap <= half * (1 + 1e-9) && half <= tolerance * Math.abs(approximate(written.value).value);
}

/** 25% as 0.25. */
function toShare(of: AnswerValue): AnswerValue {
  const exact = isExact(of.value) ? divide(of.value.exact, rational(100)) : null;
  const { value, error } = approximate(of.value);
  return { ...of, percent: false, value: exact === null ? { value: value / 100, error: error / 100 } : { exact }, decimals: of.decimals === null ? null : of.decimals + 2 };
}
