import { findCommand } from './latex-commands.js';
import { matchAt } from './match-at.js';
import { readNumberToken } from './read-number-token.js';
import type { Token } from './token.js';
import type { TokenContext, TokenStep } from './tokenize.js';

const command = /\\([a-zA-Z]+)\*?/y;
const spacing = /\\[,;:!> ]/y;
const textGroup = /\\(?:text|textrm|textbf|textit|mathrm|mbox|operatorname)\s?\{([^{}]{0,200})\}/y;
const environment = /\\(?:begin|end)\s?\{[a-zA-Z]{1,20}\*?\}(?:\{[^{}]{0,20}\}|\[[a-z]\])?/y;
/** \angle ABC, \overline{AB}: the thing that is named, as one name. */
const geometry = /\\(angle|overline)\s?(?:\{\s?([A-Z]{1,4}|\d)\s?\}|([A-Z]{1,4}|\d)(?![A-Za-z]))/y;
const negated = /\\not\s?(?:=|\\equiv|\\approx)/y;
const subscript = /_(?:\{[^{}]{0,30}\}|[\p{L}\p{N}])/uy;
const degree = /\\(?:circ|degree)/y;
const dots = /\\[lcd]?dots[a-z]?/y;

/** Reads what a backslash begins: a command, spacing, a delimiter of mathematics, a text group, a line break. */
export function readLatex(context: TokenContext): TokenStep {
  const { text, at, spaced } = context;
  const next = text[at + 1] ?? '';
  const place = (length: number): { start: number; end: number; spaced: boolean } => ({ start: at, end: at + length, spaced });
  const step = (token: Token): TokenStep => ({ token, end: token.end });

  if (next === '$') {
    const number = readNumberToken(context);
    if (number !== null) return number;
  }
  if (/[([]/.test(next)) return { token: null, end: at + 2, maths: true };
  if (/[)\]]/.test(next)) return { token: null, end: at + 2, maths: false };
  if (next === '\\') return step({ kind: 'separator', soft: true, ...place(2) });
  if (next === '%') return step({ kind: 'postfix', op: '%', ...place(2) });
  if (next === '{' || next === '}') return step({ kind: 'opaque', ...place(2) });
  if (next === '|') return step({ kind: 'opaque', ...place(2) });
  const gap = matchAt(spacing, text, at);
  if (gap !== null) return { token: null, end: at + 2 };
  const named = matchAt(geometry, text, at);
  if (named !== null) return step({ kind: 'name', name: `${named[1] === 'overline' ? '' : '∠'}${named[2] ?? named[3]}`, ...place(named[0].length) });
  const group = matchAt(textGroup, text, at);
  if (group !== null) return readTextGroup(group, at, spaced);
  const bounds = matchAt(environment, text, at);
  if (bounds !== null) return readEnvironment(bounds[0], at, spaced);
  const denied = matchAt(negated, text, at);
  if (denied !== null) return step({ kind: 'relation', relation: '≠', ...place(denied[0].length) });
  const angle = matchAt(degree, text, at);
  if (angle !== null) return step({ kind: 'postfix', op: '°', ...place(angle[0].length) });
  const more = matchAt(dots, text, at);
  if (more !== null) return step({ kind: 'opaque', ...place(more[0].length) });
  return readCommand(context);
}

/** A command of the table; one that is not there has no value and stays opaque. */
function readCommand({ text, at, spaced }: TokenContext): TokenStep {
  const match = matchAt(command, text, at);
  const end = at + (match?.[0].length ?? 1);
  const place = { start: at, end, spaced };
  const meaning = match === null ? null : findCommand(match[1] ?? '');
  if (meaning === null) return { token: { kind: 'opaque', ...place }, end };
  if (meaning.kind === 'space') return { token: null, end };
  if (meaning.kind === 'separator') return { token: { kind: 'separator', soft: false, ...place }, end };
  if (meaning.kind !== 'name') return { token: { ...meaning, ...place }, end };
  const index = matchAt(subscript, text, end)?.[0] ?? '';
  return { token: { kind: 'name', name: `\\${match?.[1]}${index.replace(/[{}\s]/g, '')}`, ...place, end: end + index.length }, end: end + index.length };
}

/** \text{ and } ends a formula as a word does; an empty one prints nothing. */
function readTextGroup(group: RegExpExecArray, at: number, spaced: boolean): TokenStep {
  const end = at + group[0].length;
  const word = (group[1] ?? '').trim().toLowerCase();
  return { token: word === '' ? null : { kind: 'word', word, start: at, end, spaced }, end };
}

/** Lines of an alignment are formulas; all other environments (matrices, arrays, cases) have no value. */
function readEnvironment(bounds: string, at: number, spaced: boolean): TokenStep {
  const end = at + bounds.length;
  const aligns = /\{(?:align|aligned|equation|gather|gathered|split|eqnarray|alignat|flalign|multline)\*?\}/.test(bounds);
  if (!aligns) return { token: { kind: 'opaque', start: at, end, spaced }, end };
  return { token: { kind: 'separator', soft: false, start: at, end, spaced }, end, maths: bounds.startsWith('\\begin') };
}
