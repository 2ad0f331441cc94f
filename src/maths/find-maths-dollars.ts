/**
 * The places of the `$` signs that open or close mathematics; every other unescaped `$` is a currency sign.
 * Two neighbouring signs pair when the first is followed and the second is preceded by ink, no digit follows the
 * second, and no blank line lies between. `$$` counts as one sign.
 */
export function findMathsDollars(text: string): Set<number> {
  const signs = [...text.matchAll(/(?<!\\)\$\$?/g)].map((match) => ({ at: match.index, width: match[0].length }));
  const found = new Set<number>();
  for (let i = 0; i + 1 < signs.length; i += 1) {
    const [open, close] = [signs[i], signs[i + 1]];
    if (open === undefined || close === undefined || open.width !== close.width || !pairs(text, open.at + open.width, close)) continue;
    for (const sign of [open, close]) for (let k = 0; k < sign.width; k += 1) found.add(sign.at + k);
    i += 1;
  }
  return found;
}

/** Whether the text from `from` up to the closing sign can be mathematics. */
function pairs(text: string, from: number, close: { at: number; width: number }): boolean {
  if (close.at === from || close.at - from > 4000) return false;
  const inside = text.slice(from, close.at);
  if (/\n\s*\n/.test(inside)) return false;
  return close.width === 2 || (!/^\s|\s$/.test(inside) && !/\d/.test(text[close.at + 1] ?? ''))
    // "$ x = 3 $": padded on both sides, with something that only mathematics holds.
    || (/^\s/.test(inside) && /\s$/.test(inside) && /[\\=^_+]/.test(inside));
}
