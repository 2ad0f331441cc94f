import { absoluteValue, isNegative, roundToInteger, toFractionText, toNumber } from './rational.js';
import type { Rational } from './rational.js';

/** Writes a value for a person: whole and short decimal values as decimals, others as a fraction or rounded. */
export function formatRational(value: Rational): string {
  const places = decimalPlaces(value.den);
  if (places !== null && places <= 6) return toDecimalText(value, places);
  const fraction = toFractionText(value);
  return fraction.length <= 9 ? fraction : `about ${Number(toNumber(value).toPrecision(6))}`;
}

/** The value rounded to `places` digits after the point, halves away from zero. */
export function toDecimalText(value: Rational, places: number): string {
  const scaled = roundToInteger({ num: absoluteValue(value).num * 10n ** BigInt(places), den: value.den });
  const digits = scaled.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  if (digits.length > 40) return `about ${toNumber(value).toPrecision(6)}`;
  return isNegative(value) && scaled !== 0n ? `-${text}` : text;
}

/** How many digits after the point the fraction needs; null when it does not end within 12. */
function decimalPlaces(den: bigint): number | null {
  let scale = 1n;
  for (let places = 0; places <= 12; places += 1, scale *= 10n) {
    if (scale % den === 0n) return places;
  }
  return null;
}
