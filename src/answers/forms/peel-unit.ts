import { readUnit } from '../../maths/read-unit.js';

/** Longer endings are no unit. */
const MAX_UNIT = 60;
const marked = /\\(?:text|mathrm|textrm|rm|mbox|operatorname)|\^|[°º]/;
const groupedWord = /\{(?=\s?(?:square|cubic|sq|degrees?|units?|cm|mm|km|inches|feet|meters?|metres?))([a-z ]{2,24})\}$/i;
const gluedPower = /(square|cubic)(?=[a-z]{2})/i;
const bearing = /(\^\s?\{?\s?\\circ\s?\}?|°)\s?(?:T|\\text\{T\}|\\mathrm\{T\})$/;

/** Cuts the unit off the end of a cleaned formula: "9 \pi \mathrm{cm}^2" is 9π in cm^2. A bare letter is a name, no unit. */
export function peelUnit(cleaned: string): { body: string; unit: string | null } {
  const text = cleaned.replace(bearing, '$1').replace(groupedWord, (_, word: string) => ` ${word.replace(gluedPower, '$1 ')}`);
  for (let at = Math.max(1, text.length - MAX_UNIT); at < text.length; at += 1) {
    const before = text[at - 1] ?? '';
    const here = text[at] ?? '';
    if (!/[\s\d)}\]a-z]/i.test(before) || !/[\s\\^°º\p{L}]/u.test(here) || (/\p{L}/u.test(before) && /\p{L}/u.test(here))) continue;
    const unit = readUnit(text, at);
    const written = text.slice(at).trim();
    if (unit?.end === text.length && (marked.test(written) || /^[a-z]{2}/i.test(written))) return { body: text.slice(0, at).trim(), unit: unit.unit };
  }
  return { body: text, unit: null };
}
