import { findMathsDollars } from './find-maths-dollars.js';
import { matchAt } from './match-at.js';
import { readLatex } from './read-latex.js';
import { readLetters } from './read-letters.js';
import { readMarker } from './read-marker.js';
import { readNumberToken } from './read-number-token.js';
import { readSign } from './read-sign.js';
import type { Token } from './token.js';

/** Where a reader stands: the text, whether it is inside mathematics, and what came before. */
export interface TokenContext {
  readonly text: string;
  readonly at: number;
  readonly inMaths: boolean;
  readonly spaced: boolean;
  readonly previous: Token | undefined;
  readonly mathsDollars: ReadonlySet<number>;
}

/** What a reader found: one token or none (for what prints nothing), and where to go on. */
export interface TokenStep {
  readonly token: Token | null;
  readonly end: number;
  /** Enters or leaves mathematics. */
  readonly maths?: boolean;
}

const blank = /[^\S\n]+|\n(?!\s*\n)[^\S\n]*|\n\s*/y;
const bullet = /(?:[-*•+](?=[ \t])|(?:\d{1,2}[.)]|\(\d{1,2}\))(?=[ \t*]))[ \t]*/y;

/** Cuts a text (prose, LaTeX or both) into tokens. Linear in its length. */
export function tokenize(text: string): Token[] {
  const mathsDollars = findMathsDollars(text);
  const tokens: Token[] = [];
  let [at, inMaths, spaced] = [matchAt(bullet, text, 0)?.[0].length ?? 0, false, true];
  while (at < text.length) {
    const gap = matchAt(blank, text, at)?.[0];
    if (gap !== undefined) {
      const end = at + gap.length;
      if (gap.includes('\n') && !inMaths) tokens.push({ kind: 'separator', soft: !/\n\s*\n/.test(gap), start: at, end, spaced });
      at = end + (gap.includes('\n') && !inMaths ? (matchAt(bullet, text, end)?.[0].length ?? 0) : 0);
      spaced = true;
      continue;
    }
    const step = readToken({ text, at, inMaths, spaced, previous: tokens.at(-1), mathsDollars });
    if (step.token !== null) tokens.push(step.token);
    spaced = step.token === null;
    inMaths = step.maths ?? inMaths;
    at = step.end;
  }
  return tokens;
}

function readToken(context: TokenContext): TokenStep {
  const { text, at, mathsDollars } = context;
  const character = text[at] ?? '';
  if (character === '$' && mathsDollars.has(at)) return { token: null, end: at + (text[at + 1] === '$' ? 2 : 1), maths: !context.inMaths };
  if (character === '~' && context.inMaths) return { token: null, end: at + 1 };
  if (character === '\\') return readLatex(context);
  if (/[\d.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞$£€¥₹]/.test(character)) {
    const marker = context.inMaths ? null : readMarker(text, at);
    if (marker !== null) return { token: { kind: 'opaque', start: at, end: marker, spaced: context.spaced }, end: marker };
    const number = readNumberToken(context);
    if (number !== null) return number;
  }
  return readLetters(context) ?? readSign(context);
}
