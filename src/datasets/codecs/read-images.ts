import type { DecodeContext } from '../dataset-codec.js';
import { failRecord } from '../fail-record.js';
import { nameJsonType, type JsonObject } from '../parse-json-object.js';

/** Reads image references from the first of these keys that holds any: one text, or a list of texts. */
export function readImages(record: JsonObject, keys: readonly string[], context: DecodeContext): string[] {
  const found = keys.map((key) => readImageKey(record, key)).filter((images) => images.length > 0);
  const [images = [], ...others] = found;
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(images))) {
    context.warn(`names different images under ${keys.filter((key) => key in record).map((key) => `\`${key}\``).join(' and ')}; the first are used`);
  }
  return images;
}

function readImageKey(record: JsonObject, key: string): string[] {
  const value = record[key];
  if (value === undefined || value === null || value === '') return [];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => {
    if (typeof item === 'string' && item !== '') return item;
    return failRecord(`expected \`${key}\` to hold image paths, got ${item === '' ? 'an empty text' : nameJsonType(item)}; use \`[]\` for no image`);
  });
}
