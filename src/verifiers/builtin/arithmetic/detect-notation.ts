/** A notation in which plain decimal arithmetic does not hold; on a map, 1 cm = 5 km. */
const otherNotation = /\bbase[- ]?\s?\$?\{?(?:\d|two|three|four|five|six|seven|eight|nine|eleven|twelve|sixteen)|\b(?:binary|ternary|octal|hexadecimal|modul\w*|mod|congruen\w*|residue|clock arithmetic|roman numeral\w*|remainder|scale|map|blueprint|floor plan)\b|\\[pb]?mod\b|\\equiv|≡/i;

/** Whether a text computes in another base or modulo a number, so that plain sums in it may rightly "fail". */
export const usesOtherNotation = (text: string): boolean => otherNotation.test(text);

const inventsOperation = /\b(?:operation|operator|defined? (?:as|by|to be)|we define|let's define|stands? for|represents? a digit|different digits?|puzzle|cryptarithm\w*|riddle)\b/i;
/** A sign that is no usual operator, between two operands: 3 ★ 4, a \star b. "△ABC" and "45^\circ" are none. */
const strangeSign = /[\w)}]\s*(?:[★☆◊◇○●□■▲⊕⊗⊙♡♥♣♠♦@#]|△(?![A-Z]{2})|\\(?:star|diamond|oplus|otimes|odot|clubsuit|heartsuit|spadesuit|diamondsuit|Box|square|bigstar|nabla)(?![a-zA-Z])|(?<!\^\s?\{?\s?)\\circ(?![a-zA-Z]))\s*[\w({\\]/;

/** Whether a text invents an operation ("a ★ b = ab + a + b") or a code, so that printed formulas mean something else. */
export const definesOperation = (text: string): boolean => inventsOperation.test(text) || strangeSign.test(text);
