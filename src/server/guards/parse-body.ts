/** Deeper bodies are refused: no protocol needs them, and writing them out again would overflow the stack. */
const MOST_LEVELS = 64;

/** A body that is no JSON we take. */
class BodyError extends Error {
  readonly statusCode = 400;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body strictly: whole UTF-8, bounded depth, no `__proto__`. @throws BodyError */
export function parseBody(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch (cause) {
    throw new BodyError('Expected a body in UTF-8, but its bytes are not.', { cause });
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new BodyError('Expected a JSON body, but it cannot be parsed.', { cause });
  }
  checkShape(body, 0);
  return body;
}

function checkShape(value: unknown, level: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (level >= MOST_LEVELS) throw new BodyError(`Expected at most ${MOST_LEVELS} levels of JSON, got more.`);
  if (Array.isArray(value)) {
    for (const item of value) checkShape(item, level + 1);
    return;
  }
  for (const key in value) {
    if (key === '__proto__') throw new BodyError('Expected plain JSON, but it has a key `__proto__`.');
    checkShape((value as Record<string, unknown>)[key], level + 1);
  }
}
