import { approximate, combine, isExact, makeApproximation } from './approximation.js';
import type { Value } from './approximation.js';
import { evaluateCall } from './evaluate-call.js';
import { evaluateBinomial, evaluateFactorial } from './evaluate-counting.js';
import { evaluatePower } from './evaluate-power.js';
import type { Expression, Reading } from './expression.js';
import { add, divide, multiply, negate, rational, subtract, toNumber } from './rational.js';
import type { Rational } from './rational.js';

export interface EvaluationOptions {
  readonly reading: Reading;
  /** Values of names; a name without one makes the expression unevaluable. */
  readonly names?: ReadonlyMap<string, Value>;
  /** How far a written number may be from what it stands for; 0 or absent: it is exact. */
  readonly uncertainty?: (number: Extract<Expression, { kind: 'number' }>) => number;
}

const exactOperations: Record<'+' | '-' | '*' | '/', (a: Rational, b: Rational) => Rational | null> = { '+': add, '-': subtract, '*': multiply, '/': divide };

/**
 * The value of an expression: exact where rationals suffice, else approximate with its error.
 * Null when it has none: unknown names, division by 0, even roots of negatives, results too large to hold.
 */
export function evaluateExpression(expression: Expression, options: EvaluationOptions): Value | null {
  switch (expression.kind) {
    case 'number': return evaluateNumber(expression, options);
    case 'name': return options.names?.get(expression.name) ?? null;
    case 'pi': return evaluatePi(options.reading);
    case 'binomial': return evaluateBinomial(evaluateExpression(expression.of, options), evaluateExpression(expression.choose, options));
    case 'binary': return evaluateBinary(expression, options);
    case 'call': return evaluateCall(expression, options);
    default: return evaluateUnary(expression, options);
  }
}

function evaluateNumber(number: Extract<Expression, { kind: 'number' }>, options: EvaluationOptions): Value {
  const error = options.uncertainty?.(number) ?? 0;
  const value: Value = error === 0 ? { exact: number.value } : { value: toNumber(number.value), error };
  return number.unit === '°' ? readDegrees(value, options.reading) : value;
}

/** Degrees count as plain numbers (45° + 45° = 90°) unless the reading turns them into radians (120° = 2π/3). */
function readDegrees(value: Value, reading: Reading): Value {
  if (!reading.degreesAsRadians) return value;
  const { value: degrees, error } = approximate(value);
  return { value: degrees * Math.PI / 180, error: error + Math.abs(degrees) * 1e-15 };
}

function evaluatePi(reading: Reading): Value {
  if (reading.pi === '3.14') return { exact: rational(314, 100) };
  return reading.pi === '22/7' ? { exact: rational(22, 7) } : { value: Math.PI, error: 2e-16 };
}

function evaluateBinary(expression: Extract<Expression, { kind: 'binary' }>, options: EvaluationOptions): Value | null {
  const left = evaluateExpression(expression.left, options);
  const right = left === null ? null : evaluateExpression(expression.right, options);
  if (left === null || right === null) return null;
  if (expression.op === '^') return evaluatePower(left, right);
  if (options.reading.percentOfLeft && expression.right.kind === 'percent' && (expression.op === '+' || expression.op === '-')) {
    const part = operate('*', left, right);
    return part === null ? null : operate(expression.op, left, part);
  }
  return operate(expression.op, left, right);
}

function operate(op: '+' | '-' | '*' | '/', left: Value, right: Value): Value | null {
  if (!isExact(left) || !isExact(right)) return combine(op, approximate(left), approximate(right));
  const exact = exactOperations[op](left.exact, right.exact);
  return exact === null ? null : { exact };
}

function evaluateUnary(expression: Extract<Expression, { kind: 'negate' | 'percent' | 'degrees' | 'factorial' }>, options: EvaluationOptions): Value | null {
  const of = evaluateExpression(expression.of, options);
  if (of === null) return null;
  switch (expression.kind) {
    case 'negate': return isExact(of) ? { exact: negate(of.exact) } : { value: -of.value, error: of.error };
    case 'factorial': return evaluateFactorial(of);
    // A degree sign outside a function is a unit: 45° + 45° = 90°. Functions look for it themselves.
    case 'degrees': return readDegrees(of, options.reading);
    case 'percent': {
      if (options.reading.percentAsNumber) return of;
      if (!isExact(of)) return makeApproximation(of.value / 100, of.error / 100);
      const exact = divide(of.exact, rational(100));
      return exact === null ? null : { exact };
    }
  }
}
