import { approximate, isExact } from '../maths/approximation.js';
import { convertUnit } from '../maths/convert-unit.js';
import { divide, equal, rational } from '../maths/rational.js';
import type { AnswerValue } from './read-answer-value.js';

/** Fewer digits than this after the point round too coarsely to stand for a fraction: 0.3 is not 1/3. */
const ENOUGH_DECIMALS = 2;

/**
 * Whether two numbers answer alike: exactly equal, equal in another unit of the same kind (2 m and 200 cm), 25% and
 * 0.25, or one a decimal that rounds the other formula (0.67 and 2/3, 3.46 and 2\sqrt{3}). A unit on one side only is fine.
 */
export function haveSameValue(a: AnswerValue, b: AnswerValue): boolean {
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit) return isConverted(a, b);
  return isNear(a, b) || (a.percent !== b.percent && (isNear(a.percent ? toShare(a) : a, b.percent ? toShare(b) : b)));
}

function isConverted(a: AnswerValue, b: AnswerValue): boolean {
  if (!isExact(a.value) || !isExact(b.value) || a.unit === null || b.unit === null) return false;
  const converted = convertUnit(a.value.exact, a.unit, b.unit);
  return converted !== null && equal(converted, b.value.exact);
}

function isNear(a: AnswerValue, b: AnswerValue): boolean {
  if (isExact(a.value) && isExact(b.value) && equal(a.value.exact, b.value.exact)) return true;
  const [x, y] = [approximate(a.value), approximate(b.value)];
  const gap = Math.abs(x.value - y.value);
  if (!(isExact(a.value) && isExact(b.value)) && gap <= x.error + y.error) return true;
  return [[a, b], [b, a]].some(([written, formula]) =>
    written?.decimals !== null && written !== undefined && written.decimals >= ENOUGH_DECIMALS && formula?.decimals === null
    && gap <= 0.5 * 10 ** -written.decimals * (1 + 1e-9));
}

/** 25% as 0.25. */
function toShare(of: AnswerValue): AnswerValue {
  const exact = isExact(of.value) ? divide(of.value.exact, rational(100)) : null;
  const { value, error } = approximate(of.value);
  return { ...of, percent: false, value: exact === null ? { value: value / 100, error: error / 100 } : { exact }, decimals: of.decimals === null ? null : of.decimals + 2 };
}
