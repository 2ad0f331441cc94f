import { isExact } from '../../../maths/approximation.js';
import type { Value } from '../../../maths/approximation.js';
import { formatRational } from '../../../maths/format-rational.js';

/** A value for a person: "94", "7/3", "about 1.41421". */
export function formatValue(value: Value): string {
  return isExact(value) ? formatRational(value.exact) : `about ${Number(value.value.toPrecision(6))}`;
}
