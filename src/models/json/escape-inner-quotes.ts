/**
 * Escapes quotes that a model left bare inside a string: `"it says "50" there"`. A quote ends its string only where
 * JSON can go on after it: before a comma, a colon, a closing bracket, or the end.
 */
export function escapeInnerQuotes(json: string): string {
  let out = '';
  let isString = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i] as string;
    if (isString && char === '\\') {
      out += json.slice(i, i + 2);
      i++;
      continue;
    }
    if (char === '"') {
      if (isString && !endsString(json, i + 1)) out += '\\';
      else isString = !isString;
    }
    out += char;
  }
  return out;
}

function endsString(json: string, from: number): boolean {
  let i = from;
  while (/\s/.test(json[i] ?? '')) i++;
  return i >= json.length || /[,:}\]]/.test(json[i] as string);
}
