import { matchAt } from './match-at.js';

const listItem = /\d{1,3}[.):](?=[*_]{0,2}[ \t]{1,8}[^\s=+*/^×÷<>≈-])/y;
const ordinal = /\d{1,6}(?:st|nd|rd|th)\b/iy;
const lineStart = /(?:^|\n)[ \t]*(?:[#>*-]+[ \t]*)?(?:\*\*|\()?$/;
const label = /(?:^|[^\p{L}])(?:step|figure|fig\.?|equation|eq\.?|theorem|lemma|case|question|problem|choice|option|image|method|section|example|exercise|part)\s?[(#]?$/iu;
const digits = /\d+(?:\.\d+)*/y;

/** The end of a number that only counts or names something ("1." before an item, "Step 2", "3rd"), or null when it is a value. */
export function readMarker(text: string, at: number): number | null {
  const before = text.slice(Math.max(0, at - 16), at);
  if (label.test(before)) return at + (matchAt(digits, text, at)?.[0].length ?? 1);
  const item = matchAt(listItem, text, at);
  if (item !== null && lineStart.test(at <= 16 ? `\n${before}` : before)) return at + item[0].length;
  const ranked = matchAt(ordinal, text, at);
  return ranked === null ? null : at + ranked[0].length;
}
