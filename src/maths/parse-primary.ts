import type { Expression } from './expression.js';
import { parseSigned, parseSum } from './parse-expression.js';
import { compare, isInteger, ZERO } from './rational.js';
import type { TokenCursor } from './token-cursor.js';
import type { FunctionName } from './token.js';

/** primary := number | name | pi | group | |sum| | function argument | \frac, \sqrt, \binom with their groups */
export function parsePrimary(cursor: TokenCursor): Expression | null {
  const token = cursor.peek();
  switch (token?.kind) {
    case 'number': return parseNumber(cursor);
    case 'pi': cursor.take(); return { kind: 'pi' };
    case 'open': return parseGroup(cursor);
    case 'bar': return parseAbsolute(cursor);
    case 'function': cursor.take(); return parseCall(cursor, token.name);
    case 'command': cursor.take(); return parseCommand(cursor, token.command);
    case 'name': return parseName(cursor, token.name);
    default: return null;
  }
}

/** A number; a whole one with a proper fraction behind it is a mixed number: 2 1/2, 2\frac{1}{2}. */
function parseNumber(cursor: TokenCursor): Expression | null {
  const whole = cursor.takeNumber();
  if (whole?.kind !== 'number' || !isInteger(whole.value) || whole.decimals > 0 || compare(whole.value, ZERO) === 0) return whole;
  const [next, bar, last] = [cursor.peek(), cursor.peek(1), cursor.peek(2)];
  if (next?.kind === 'command' && next.command === 'frac' && !cursor.reading.mixedAsProduct) {
    const [top, bottom] = [cursor.peek(2), cursor.peek(5)];
    const isPlain = top?.kind === 'number' && bottom?.kind === 'number' && cursor.peek(6)?.kind === 'close' && cursor.peek(3)?.kind === 'close';
    if (!isPlain || compare(top.value, bottom.value) >= 0) return whole;
    cursor.take();
    const part = parseCommand(cursor, 'frac');
    return part === null ? null : { kind: 'binary', op: '+', left: whole, right: part };
  }
  const isFraction = next?.kind === 'number' && next.spaced && bar?.kind === 'operator' && bar.op === '/' && last?.kind === 'number';
  if (!isFraction || compare(next.value, last.value) >= 0) return whole;
  const top = cursor.takeNumber();
  cursor.take();
  const bottom = cursor.takeNumber();
  return top === null || bottom === null ? null : { kind: 'binary', op: '+', left: whole, right: { kind: 'binary', op: '/', left: top, right: bottom } };
}

/** A name; one that touches an opening bracket may be a function, f(3), and has no value. */
function parseName(cursor: TokenCursor, name: string): Expression | null {
  cursor.take();
  const next = cursor.peek();
  return next?.kind === 'open' && next.shape === '(' && !next.spaced && !/^[xyzabcnmkrst]$/.test(name) ? null : { kind: 'name', name };
}

function parseGroup(cursor: TokenCursor): Expression | null {
  const open = cursor.take();
  const inside = parseSum(cursor);
  const close = cursor.take();
  return open?.kind === 'open' && close?.kind === 'close' && close.shape === open.shape ? inside : null;
}

function parseAbsolute(cursor: TokenCursor): Expression | null {
  cursor.take();
  const of = parseSum(cursor);
  return of === null || cursor.take()?.kind !== 'bar' ? null : { kind: 'call', name: 'abs', parameter: null, of };
}

const inverses: Partial<Record<FunctionName, FunctionName>> = { sin: 'arcsin', cos: 'arccos', tan: 'arctan' };

/** sin 45°, \sin^2 30°, \cos^{-1}(0.5), \log_2 8: without brackets the argument is one run of factors. */
function parseCall(cursor: TokenCursor, name: FunctionName): Expression | null {
  const next = cursor.peek();
  // log2(8): the digits that touch the name are its base, or part of another name.
  if (name === 'log' && next?.kind === 'number' && !next.spaced && next.start === cursor.lastEnd()) return null;
  const raised = cursor.takeRaised();
  const exponent = raised ?? (cursor.takeOperator('^') === null ? null : parseSigned(cursor));
  const isInverse = exponent !== null && isMinusOne(exponent) && inverses[name] !== undefined;
  const of = cursor.peek()?.kind === 'open' ? parseGroup(cursor) : parseArgument(cursor);
  if (of === null) return null;
  const call: Expression = { kind: 'call', name: (isInverse ? inverses[name] : undefined) ?? name, parameter: null, of };
  return exponent === null || isInverse ? call : { kind: 'binary', op: '^', left: call, right: exponent };
}

function parseArgument(cursor: TokenCursor): Expression | null {
  if (!cursor.enter()) return null;
  let of = parseSigned(cursor);
  while (of !== null && (cursor.peek()?.kind === 'pi' || cursor.peek()?.kind === 'name')) {
    const right = parsePrimary(cursor);
    of = right === null ? null : { kind: 'binary', op: '*', left: of, right };
  }
  cursor.leave();
  return of;
}

function isMinusOne(expression: Expression): boolean {
  if (expression.kind === 'negate') return expression.of.kind === 'number' && expression.of.value.num === 1n && isInteger(expression.of.value);
  return expression.kind === 'number' && expression.value.num === -1n && isInteger(expression.value);
}

/** The groups of \frac{a}{b}, \frac12, \sqrt[3]{8}, \binom{5}{2}. */
function parseCommand(cursor: TokenCursor, command: 'frac' | 'sqrt' | 'binom'): Expression | null {
  if (!cursor.enter()) return null;
  const isRoot = command === 'sqrt';
  const open = cursor.peek();
  const parameter = isRoot && open?.kind === 'open' && open.shape === '[' ? parseGroup(cursor) : null;
  const [first, second] = [parseCommandGroup(cursor), isRoot ? null : parseCommandGroup(cursor)];
  cursor.leave();
  if (first === null) return null;
  if (isRoot) return { kind: 'call', name: 'sqrt', parameter, of: first };
  if (second === null) return null;
  return command === 'frac' ? { kind: 'binary', op: '/', left: first, right: second } : { kind: 'binomial', of: first, choose: second };
}

function parseCommandGroup(cursor: TokenCursor): Expression | null {
  const token = cursor.peek();
  if (token?.kind === 'open') return token.shape === '{' ? parseGroup(cursor) : null;
  if (token?.kind === 'name') return parsePrimary(cursor);
  return token?.kind === 'pi' ? parsePrimary(cursor) : cursor.takeNumber();
}
