import { pickByLot, type DrawLot } from './draw-lot.js';
import { flipNumber } from './flip-number.js';

const number = /\d{1,2}:\d{2}|\d[\d,]*(?:\.\d+)?/g;
const comparison = /<=|>=|!=|≤|≥|≠|<|>|=/g;
const opposite: Readonly<Record<string, string>> = { '<=': '>', '>=': '<', '!=': '=', '≤': '>', '≥': '<', '≠': '=', '<': '>', '>': '<', '=': '≠' };

/** Changes one number of a text, chosen by lot; without a number one comparison. Null for a text with neither: it cannot be flipped. */
export function flipText(text: string, draw: DrawLot): string | null {
  const numbers = [...text.matchAll(number)].map((match) => ({ at: match.index, written: match[0].replace(/,+$/, '') }));
  const comparisons = numbers.length > 0 ? [] : [...text.matchAll(comparison)].map((match) => ({ at: match.index, written: match[0] }));
  const places = [...numbers, ...comparisons];
  if (places.length === 0) return null;
  const { at, written } = pickByLot(places, draw('place'));
  const changed = opposite[written] ?? flipNumber(written, draw);
  return text.slice(0, at) + changed + text.slice(at + written.length);
}
