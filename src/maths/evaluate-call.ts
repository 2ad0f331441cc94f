import { applySmooth, approximate, combine, isExact } from './approximation.js';
import type { Approximation, Value } from './approximation.js';
import { evaluateExpression } from './evaluate-expression.js';
import type { EvaluationOptions } from './evaluate-expression.js';
import { evaluatePower } from './evaluate-power.js';
import type { Expression } from './expression.js';
import { absoluteValue, divide, ONE, rational } from './rational.js';
import type { FunctionName } from './token.js';

type Call = Extract<Expression, { kind: 'call' }>;

/** The value of a function of numbers; null outside its domain. */
export function evaluateCall(call: Call, options: EvaluationOptions): Value | null {
  const of = evaluateExpression(call.of, options);
  if (of === null) return null;
  if (call.name === 'abs') return isExact(of) ? { exact: absoluteValue(of.exact) } : { value: Math.abs(of.value), error: of.error };
  if (call.name === 'sqrt') return evaluateRoot(call, of, options);
  const argument = approximate(of);
  const trigonometric = evaluateTrigonometric(call.name, isInDegrees(call.of, options) ? toRadians(argument) : argument);
  if (trigonometric !== undefined) return trigonometric;
  if (call.name === 'exp') return applySmooth(argument, Math.exp, Math.exp(argument.value + argument.error));
  const least = argument.value - argument.error;
  if (least <= 0) return null;
  const natural = applySmooth(argument, Math.log, 1 / least);
  return call.name === 'ln' || options.reading.naturalLog || natural === null ? natural : combine('/', natural, { value: Math.LN10, error: 0 });
}

function evaluateRoot(call: Call, of: Value, options: EvaluationOptions): Value | null {
  const index = call.parameter === null ? { exact: rational(2) } : evaluateExpression(call.parameter, options);
  const exponent = index !== null && isExact(index) ? divide(ONE, index.exact) : null;
  return exponent === null ? null : evaluatePower(of, { exact: exponent });
}

/** Whether the argument carries a degree sign anywhere, or plain numbers are read as degrees. */
function isInDegrees(argument: Expression, options: EvaluationOptions): boolean {
  if (options.reading.degreesAsRadians) return false;
  return holdsDegrees(argument) || (options.reading.angleInDegrees && !holdsPi(argument));
}

function holdsDegrees(expression: Expression): boolean {
  if (expression.kind === 'degrees') return true;
  if (expression.kind === 'number') return expression.unit === '°';
  return expression.kind === 'binary' ? holdsDegrees(expression.left) || holdsDegrees(expression.right) : 'of' in expression && holdsDegrees(expression.of);
}

function holdsPi(expression: Expression): boolean {
  if (expression.kind === 'pi') return true;
  return expression.kind === 'binary' ? holdsPi(expression.left) || holdsPi(expression.right) : 'of' in expression && holdsPi(expression.of);
}

const toRadians = (degrees: Approximation): Approximation => ({ value: degrees.value * Math.PI / 180, error: degrees.error * Math.PI / 180 + Math.abs(degrees.value) * 1e-17 });

/** Undefined when the name is no trigonometric function; null where it has no value. */
function evaluateTrigonometric(name: FunctionName, x: Approximation): Value | null | undefined {
  const [sine, cosine] = [applySmooth(x, Math.sin, 1), applySmooth(x, Math.cos, 1)];
  if (sine === null || cosine === null) return null;
  const one = { value: 1, error: 0 };
  switch (name) {
    case 'sin': return sine;
    case 'cos': return cosine;
    case 'tan': return combine('/', sine, withFloor(cosine));
    case 'cot': return combine('/', cosine, withFloor(sine));
    case 'sec': return combine('/', one, withFloor(cosine));
    case 'csc': return combine('/', one, withFloor(sine));
    // The inverse functions answer in radians or degrees as the text pleases: no value is claimed for them.
    case 'arcsin': case 'arccos': case 'arctan': return null;
    default: return undefined;
  }
}

/** Keeps tan 90° from being a huge number: a divisor this small may be 0. */
const withFloor = (divisor: Approximation): Approximation => ({ value: divisor.value, error: Math.max(divisor.error, 1e-12) });
