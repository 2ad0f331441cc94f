import type { Expression, Reading } from './expression.js';
import { USUAL_READING } from './list-readings.js';
import { parsePrimary } from './parse-primary.js';
import { TokenCursor } from './token-cursor.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

/** Longer formulas are refused: no step of a solution needs them, and hostile ones stay cheap. */
const MAX_TOKENS = 400;
const MAX_CHARACTERS = 8000;

/** Parses a text as one formula in plain notation or LaTeX; null when it is none, or too long or too deep. */
export function parseExpression(text: string, reading: Reading = USUAL_READING): Expression | null {
  return text.length > MAX_CHARACTERS ? null : parseTokens(tokenize(text), reading);
}

/** Parses tokens as one formula; null when some are left over, opaque, or nested too deep. */
export function parseTokens(tokens: readonly Token[], reading: Reading): Expression | null {
  if (tokens.length === 0 || tokens.length > MAX_TOKENS) return null;
  const cursor = new TokenCursor(tokens, reading);
  const expression = parseSum(cursor);
  return expression !== null && cursor.isDone() ? expression : null;
}

/** sum := product (("+" | "-") product)* */
export function parseSum(cursor: TokenCursor): Expression | null {
  if (!cursor.enter()) return null;
  let left = parseProduct(cursor);
  for (let op = cursor.takeOperator('+', '-'); left !== null && op !== null; op = cursor.takeOperator('+', '-')) {
    const right = parseProduct(cursor);
    left = right === null ? null : { kind: 'binary', op, left, right };
  }
  cursor.leave();
  return left;
}

/** product := run (("*" | "/") run)*; a run of factors without a sign binds tighter than "/" in the tight reading. */
function parseProduct(cursor: TokenCursor): Expression | null {
  let left = parseRun(cursor);
  while (left !== null) {
    const op = cursor.takeOperator('*', '/') ?? (cursor.startsFactor() ? '*' : null);
    if (op === null) break;
    const right = parseRun(cursor);
    left = right === null ? null : { kind: 'binary', op, left, right };
  }
  return left;
}

function parseRun(cursor: TokenCursor): Expression | null {
  let left = parseSigned(cursor);
  while (left !== null && cursor.reading.tightProducts && cursor.startsFactor()) {
    const right = parsePower(cursor);
    left = right === null ? null : { kind: 'binary', op: '*', left, right };
  }
  return left;
}

/** signed := ("-" | "+") signed | power */
export function parseSigned(cursor: TokenCursor): Expression | null {
  if (cursor.takeOperator('+') !== null) return parsePower(cursor);
  if (cursor.takeOperator('-') === null) return parsePower(cursor);
  if (!cursor.enter()) return null;
  const number = cursor.reading.signedBase ? cursor.takeNumber() ?? cursor.takeName() : null;
  const negated = number === null ? null : { kind: 'negate', of: number } as const;
  const of = negated === null ? parseSigned(cursor) : null;
  cursor.leave();
  if (negated !== null) return raise(cursor, negated);
  return of === null ? null : { kind: 'negate', of };
}

/** power := primary postfix* ("^" signed)?; right-associative. */
function parsePower(cursor: TokenCursor): Expression | null {
  const base = parsePrimary(cursor);
  return base === null ? null : raise(cursor, base);
}

function raise(cursor: TokenCursor, base: Expression): Expression | null {
  const of = cursor.takePostfixes(base);
  const raised = cursor.takeRaised();
  if (raised !== null) return { kind: 'binary', op: '^', left: of, right: raised };
  if (cursor.takeOperator('^') === null) return of;
  if (!cursor.enter()) return null;
  const exponent = parseSigned(cursor);
  cursor.leave();
  return exponent === null ? null : cursor.takePostfixes({ kind: 'binary', op: '^', left: of, right: exponent });
}
