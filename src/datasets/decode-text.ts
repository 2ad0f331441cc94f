/** A record's text before parsing, or why it cannot be one. `line` is 1-based: where it starts. */
export type RawText = { line: number; text: string } | { line: number; error: string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes UTF-8 strictly, since a replaced character could change an answer. Null for blank text. */
export function decodeText(bytes: Uint8Array, line: number): RawText | null {
  try {
    const text = utf8.decode(bytes);
    const clean = line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
    return clean.trim() === '' ? null : { line, text: clean };
  } catch {
    return { line, error: 'expected UTF-8 text, got bytes that are not; save the file as UTF-8' };
  }
}
