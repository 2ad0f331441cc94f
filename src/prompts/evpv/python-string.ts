/** A text with the places of variables. */
export type PythonPiece = { literal: string } | { name: string };

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"', '\n': '' };

/** The value of a string literal. Unknown escapes stay as they are, as in Python. */
export function unescapePython(body: string, prefix: string): string {
  if (prefix.includes('r')) return body;
  return body.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g, (whole, hex: string | undefined, unicode: string | undefined, single: string | undefined) => {
    const code = hex ?? unicode;
    return code === undefined ? escapes[single ?? ''] ?? whole : String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** Cuts a format string at its `{name}` places; `{{` and `}}` are single braces. */
export function cutFormatString(text: string): PythonPiece[] {
  const pieces: PythonPiece[] = [];
  let literal = '';
  for (const match of text.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    if (match[1] === undefined) {
      literal += match[0] === '{{' ? '{' : match[0] === '}}' ? '}' : match[0];
      continue;
    }
    pieces.push({ literal }, { name: match[1].trim() });
    literal = '';
  }
  return [...pieces, { literal }].filter((piece) => 'name' in piece || piece.literal !== '');
}
