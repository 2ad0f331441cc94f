import { createHash } from 'node:crypto';
import { failRecord } from './fail-record.js';
import { nameJsonType, type JsonObject } from './parse-json-object.js';

/** Where the identity of a record came from: the name of its key, or `content` for the hash. */
export interface Identity {
  id: string;
  from: string;
}

/** Names records; one per file, since it counts equal records. Keeps hashes only, never records. */
export class RecordIdentifier {
  readonly #occurrences = new Map<string, number>();

  /** The first key that holds something; else hash and occurrence (from 1) of the content. Fails the record on a key of another type. */
  identify(record: JsonObject, keys: readonly string[], content: unknown): Identity {
    for (const key of keys) {
      const value = record[key];
      if (value === undefined || value === null || value === '') continue;
      if (typeof value === 'string' || Number.isFinite(value)) return { id: String(value), from: key };
      failRecord(`expected \`${key}\` to be a string or a number, got ${nameJsonType(value)}`);
    }
    const hash = hashContent(content);
    const occurrence = (this.#occurrences.get(hash) ?? 0) + 1;
    this.#occurrences.set(hash, occurrence);
    return { id: `${hash}-${occurrence}`, from: 'content' };
  }
}

/** 80 bits of SHA-256 in hex over JSON with sorted keys: equal content gives equal text whatever the order of its keys. */
export function hashContent(content: unknown): string {
  const text = JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value);
  // Bytes are cut, not text: a sliced string would keep the whole one in memory.
  return createHash('sha256').update(text).digest().subarray(0, 10).toString('hex');
}
