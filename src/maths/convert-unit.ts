import { divide, multiply, power } from './rational.js';
import type { Rational } from './rational.js';
import { parseRational } from './parse-rational.js';
import { findUnit } from './units.js';

/** A composite unit in base units: what it measures ("length^2/time") and its size. */
interface Measure {
  readonly dimension: string;
  readonly size: Rational;
}

const simple: Record<string, string> = { $: 'dollar', '°': 'degree' };

function measureOf(unit: string): Measure | null {
  const [top = '', bottom] = unit.split('/');
  const over = measureSimple(top);
  const under = bottom === undefined ? null : measureSimple(bottom);
  if (over === null || bottom === undefined) return over;
  const size = under === null ? null : divide(over.size, under.size);
  return size === null || under === null ? null : { dimension: `${over.dimension}/${under.dimension}`, size };
}

function measureSimple(unit: string): Measure | null {
  const [symbol = '', exponent = '1'] = unit.split('^');
  const known = findUnit(simple[symbol] ?? symbol);
  const factor = known?.factor === null || known === null ? null : parseRational(known.factor);
  const size = factor === null ? null : power(factor, BigInt(exponent));
  return known === null || size === null ? null : { dimension: `${known.dimension}^${exponent}`, size };
}

/** A value in another unit of the same dimension (cm^2 to m^2, km/h to m/s); null when units or dimensions do not allow it. */
export function convertUnit(value: Rational, from: string, to: string): Rational | null {
  const [source, target] = [measureOf(from), measureOf(to)];
  if (source === null || target === null || source.dimension !== target.dimension) return null;
  const base = multiply(value, source.size);
  return base === null ? null : divide(base, target.size);
}
