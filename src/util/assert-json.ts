import { UsageError } from '../errors/index.js';

/** Deeper values are taken for cycles. */
const maxDepth = 1000;

/**
 * Refuses every value that JSON would change silently: NaN and infinities (JSON makes them null), undefined in lists,
 * functions, bigints, dates and other class instances, cycles. An undefined property counts as absent.
 * @throws UsageError that names the place.
 */
export function assertJson(value: unknown, place = 'value', depth = 0): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object') throw new UsageError(`Expected JSON data at ${place}, got ${String(value)} (${typeof value})`);
  if (depth > maxDepth) throw new UsageError(`Expected at most ${maxDepth} levels of JSON data, got more (a cycle?)`);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertJson(item, `${place}[${index}]`, depth + 1);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new UsageError(`Expected plain JSON data at ${place}, got an instance of ${value.constructor.name}`);
  }
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) assertJson(item, `${place}.${key}`, depth + 1);
  }
}
