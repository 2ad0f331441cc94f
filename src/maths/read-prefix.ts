/** What stands directly before a number: its sign and its currency. */
export interface NumberPrefix {
  readonly start: number;
  readonly negative: boolean;
  readonly currency: string | null;
}

const minus = /[-−–]/;

/** Reads sign and currency backwards from the first digit; `mathsDollars` are the `$` that are no currency. */
export function readPrefix(text: string, at: number, mathsDollars: ReadonlySet<number>): NumberPrefix {
  const inner = isSign(text, at - 1);
  const afterSign = inner ? at - 1 : at;
  const mark = readCurrency(text, afterSign, mathsDollars);
  if (mark === null) return { start: afterSign, negative: inner, currency: null };
  const outer = !inner && isSign(text, mark.start - 1);
  return { start: outer ? mark.start - 1 : mark.start, negative: inner || outer, currency: mark.currency };
}

function readCurrency(text: string, at: number, mathsDollars: ReadonlySet<number>): { currency: string; start: number } | null {
  const place = text[at - 1] === ' ' ? at - 2 : at - 1;
  const sign = text[place] ?? '';
  if (!/[$£€¥₹]/.test(sign) || mathsDollars.has(place)) return null;
  return { currency: sign, start: sign === '$' && text[place - 1] === '\\' ? place - 1 : place };
}

/** Whether the character is a minus that belongs to the number: not one between two terms, nor a hyphen in a word. */
function isSign(text: string, at: number): boolean {
  if (!minus.test(text[at] ?? '')) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  const ink = before.trimEnd();
  if (ink === '') return true;
  if (/[\d)\]}%°!]$/.test(ink)) return false;
  // A letter touching the sign ("A-1") or a lone letter before it ("x -3") is the left term of a difference.
  return ink.length === before.length ? !/[\p{L}$£€]$/u.test(ink) : !/(?:^|[^\p{L}])\p{L}$/u.test(ink);
}
