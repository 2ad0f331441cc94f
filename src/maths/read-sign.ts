import { matchAt } from './match-at.js';
import type { Operator, Relation, Token } from './token.js';
import type { TokenContext, TokenStep } from './tokenize.js';

const operators: Record<string, Operator> = { '+': '+', '-': '-', '−': '-', '*': '*', '×': '*', '·': '*', '⋅': '*', '∙': '*', '∗': '*', '/': '/', '÷': '/', '∕': '/', '⁄': '/', '^': '^' };
const relations: Record<string, Relation> = { '=': '=', '==': '=', '≈': '≈', '~': '≈', '<': '<', '>': '>', '≤': '≤', '<=': '≤', '=<': '≤', '≥': '≥', '>=': '≥', '≠': '≠', '!=': '≠', '≡': '≡' };
const opens: Record<string, '(' | '[' | '{'> = { '(': '(', '[': '[', '{': '{' };
const closes: Record<string, '(' | '[' | '{'> = { ')': '(', ']': '[', '}': '{' };
const superscripts = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/y;
const digitsOf = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const arrow = /=>|->|-->|⇒|→|⟹|⟶|∴|⇔/y;
const relation = /==|<=|>=|=<|!=|[=≈~<>≤≥≠≡]/y;
const degree = /\^\s?(?:\{\s?(?:\\circ|∘|°)\s?\}|\\circ(?![a-zA-Z])|∘|°)|[°º]/y;
const subscript = /_(?:\{[^{}]{0,60}\})?/y;
const ellipsis = /\.{2,}|…/y;

/** Reads one sign that is neither letter, digit nor backslash. */
export function readSign(context: TokenContext): TokenStep {
  const { text, at, spaced, previous } = context;
  const place = (length: number): { start: number; end: number; spaced: boolean } => ({ start: at, end: at + length, spaced });
  const step = (token: Token): TokenStep => ({ token, end: token.end });
  const character = text[at] ?? '';

  const dots = matchAt(ellipsis, text, at);
  if (dots !== null) return step({ kind: 'opaque', ...place(dots[0].length) });
  const pointer = matchAt(arrow, text, at);
  if (pointer !== null) return step({ kind: 'separator', soft: false, ...place(pointer[0].length) });
  const angle = matchAt(degree, text, at);
  if (angle !== null) return step({ kind: 'postfix', op: '°', ...place(angle[0].length) });
  const isFactorial = character === '!' && !spaced && (previous?.kind === 'number' || previous?.kind === 'close');
  if (isFactorial) return step({ kind: 'postfix', op: '!', ...place(1) });
  const related = matchAt(relation, text, at);
  if (related !== null) return step({ kind: 'relation', relation: relations[related[0]] ?? '≡', ...place(related[0].length) });
  const raised = matchAt(superscripts, text, at);
  if (raised !== null) return readSuperscript(context, raised[0]);
  if (text.startsWith('**', at)) return readDoubleStar(context);
  const index = matchAt(subscript, text, at);
  if (index !== null) return step({ kind: 'opaque', ...place(index[0].length) });
  // "8$ cm$^2": the height belongs to a unit that was read before, so the number itself is not raised.
  if (character === '^' && previous?.kind === 'number' && previous.unit !== null) return step({ kind: 'opaque', ...place(1) });
  const [op, open, close] = [operators[character], opens[character], closes[character]];
  if (op !== undefined) return step({ kind: 'operator', op, ...place(1) });
  if (open !== undefined) return step({ kind: 'open', shape: open, ...place(1) });
  if (close !== undefined) return step({ kind: 'close', shape: close, ...place(1) });
  if (character === '%') return step({ kind: 'postfix', op: '%', ...place(1) });
  if (character === '√') return step({ kind: 'function', name: 'sqrt', ...place(1) });
  if (character === '|') return step({ kind: 'bar', ...place(1) });
  if (character === '&') return { token: null, end: at + 1 };
  if (character === ',') return step(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '') ? { kind: 'opaque', ...place(1) } : { kind: 'comma', ...place(1) });
  if (character === ':' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')) return step({ kind: 'opaque', ...place(1) });
  if (/[.;:?!—]/.test(character)) return step({ kind: 'separator', soft: false, ...place(1) });
  return step({ kind: 'opaque', ...place(1) });
}

/** x², 10⁻³: a power whose height is one number; its token covers the signs themselves. */
function readSuperscript({ at, spaced, previous }: TokenContext, signs: string): TokenStep {
  const end = at + signs.length;
  const digits = [...signs.replace('⁻', '')].map((sign) => digitsOf.indexOf(sign)).join('');
  if (signs.lastIndexOf('⁻') > 0 || digits === '' || digits.length > 6 || previous === undefined || (previous.kind === 'number' && previous.unit !== null)) return { token: { kind: 'opaque', start: at, end, spaced }, end };
  return { token: { kind: 'raised', exponent: signs.startsWith('⁻') ? -BigInt(digits) : BigInt(digits), start: at, end, spaced }, end };
}

/** `**` is a power between two values that touch it, and bold print anywhere else. */
function readDoubleStar({ text, at, spaced }: TokenContext): TokenStep {
  const isPower = !spaced && /[\d)]/.test(text[at - 1] ?? '') && /[\d(-]/.test(text[at + 2] ?? '');
  return { token: isPower ? { kind: 'operator', op: '^', start: at, end: at + 2, spaced } : null, end: at + 2 };
}
