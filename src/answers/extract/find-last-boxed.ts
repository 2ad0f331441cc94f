/** The content of the last \boxed{…} or \fbox{…} whose braces balance; null when there is none. */
export function findLastBoxed(text: string): string | null {
  const starts = [...text.matchAll(/\\(?:boxed|fbox)\s?\{/g)];
  for (const start of starts.slice(-20).reverse()) {
    const from = start.index + start[0].length;
    const end = findClosingBrace(text, from);
    if (end !== null) return text.slice(from, end);
  }
  return null;
}

/** The place of the brace that closes the one before `from`; escaped braces do not count. */
function findClosingBrace(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}
