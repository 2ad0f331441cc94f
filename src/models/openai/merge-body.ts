/** Adds a user's fields to a request body. They win; objects on both sides (`options`, `chat_template_kwargs`) are merged one level deep. */
export function mergeBody(body: Readonly<Record<string, unknown>>, extra: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...body };
  for (const [field, value] of Object.entries(extra)) {
    const ours = merged[field];
    merged[field] = isRecord(ours) && isRecord(value) ? { ...ours, ...value } : value;
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
