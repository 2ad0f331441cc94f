export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object with keys. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names the type of a JSON value for a message: `a number`, `an array`. */
export function nameJsonType(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Parses one record. The reason of a failure never quotes the data, which may hold anything. */
export function parseJsonObject(text: string): { value: JsonObject } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: explainSyntax(error, text) };
  }
  return isJsonObject(value) ? { value } : { error: `expected a JSON object, got ${nameJsonType(value)}` };
}

function explainSyntax(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  if (/end of JSON input|Unterminated/u.test(message)) {
    return 'expected a whole JSON object, got text that ends in the middle of one (one object a line; a torn write?); repair or remove it';
  }
  if (text.includes('\0')) return 'expected JSON, got text with null bytes; repair or remove it';
  const at = /at position (\d+)/u.exec(message)?.[1];
  return `expected JSON, got text that is not${at === undefined ? '' : ` (from character ${Number(at) + 1} on)`}; repair or remove it`;
}
