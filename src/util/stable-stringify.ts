import { assertJson } from './assert-json.js';

/**
 * JSON with sorted keys and no spaces: equal data gives equal text, whatever the order of its keys.
 * @throws UsageError for data that JSON would change silently.
 */
export function stableStringify(value: unknown): string {
  assertJson(value);
  return write(value);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item)}`).join(',')}}`;
}
