/**
 * Whether two stems are one word: `exact` (an I and an l are the same in print), or `close` when a reader may have mistaken a letter of a longer word.
 * Anything with a digit must be exact, and a word that is printed elsewhere in the images is nobody's misreading.
 */
export function compareWords(claimed: string, printed: string, vocabulary: ReadonlySet<string>): 'exact' | 'close' | null {
  if (claimed === printed) return 'exact';
  if (/\d/.test(claimed + printed) || vocabulary.has(claimed)) return null;
  if (blurLetters(claimed) === blurLetters(printed)) return 'exact';
  const allowed = Math.min(claimed.length, printed.length) >= 8 ? 2 : 1;
  if (Math.min(claimed.length, printed.length) < 4 || Math.abs(claimed.length - printed.length) > allowed) return null;
  return editDistance(claimed, printed) <= allowed ? 'close' : null;
}

/** The word with letters that look the same in print as one: "lce" is "Ice". */
const blurLetters = (word: string): string => word.replaceAll('i', 'l');

/** Levenshtein distance; words are short, so the full table is fine. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
