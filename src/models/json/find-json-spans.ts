/** A piece of an answer that is meant as JSON. */
export interface JsonSpan {
  text: string;
  /** The answer ended inside it; what was not whole has been left out, and the brackets closed. */
  isCutOff: boolean;
}

const closers: Record<string, string> = { '{': '}', '[': ']' };

/** An answer with more pieces than this is noise. */
const MAX_SPANS = 64;

/** Finds objects and arrays in text that are not inside others, in order. The last one may be cut off. */
export function findJsonSpans(text: string): JsonSpan[] {
  const opening = /[{[]/g;
  const spans: JsonSpan[] = [];
  for (let match = opening.exec(text); match && spans.length < MAX_SPANS; match = opening.exec(text)) {
    const { span, next } = readSpan(text, match.index);
    spans.push(span);
    opening.lastIndex = next;
  }
  return spans;
}

/**
 * Reads from an opening bracket to the one that closes it. `safe` is kept at the last place up to which every value is
 * whole: a number at the very end may lack digits, so it is not.
 */
function readSpan(text: string, start: number): { span: JsonSpan; next: number } {
  const stack: string[] = [];
  let isString = false;
  let isValue = false;
  let safe = { at: start, depth: 0 };
  for (let i = start; i < text.length; i++) {
    const char = text[i] as string;
    if (isString) {
      if (char === '\\') i++;
      else if (char === '"') {
        isString = false;
        if (isValue || stack.at(-1) === ']') safe = { at: i + 1, depth: stack.length };
      }
    } else if (char === '"') isString = true;
    else if (char in closers) {
      stack.push(closers[char] ?? '');
      isValue = false;
      safe = { at: i + 1, depth: stack.length };
    } else if (char === '}' || char === ']') {
      stack.pop();
      if (stack.length === 0) return { span: { text: text.slice(start, i + 1), isCutOff: false }, next: i + 1 };
      safe = { at: i + 1, depth: stack.length };
    } else if (char === ':') isValue = true;
    else if (char === ',') {
      isValue = false;
      safe = { at: i, depth: stack.length };
    }
  }
  const open = stack.slice(0, safe.depth).reverse().join('');
  return { span: { text: text.slice(start, safe.at) + open, isCutOff: true }, next: text.length };
}
