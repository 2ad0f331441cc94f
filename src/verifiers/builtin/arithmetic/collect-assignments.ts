import { approximate } from '../../../maths/approximation.js';
import type { Value } from '../../../maths/approximation.js';
import { evaluateExpression } from '../../../maths/evaluate-expression.js';
import { USUAL_READING } from '../../../maths/list-readings.js';
import { parseTokens } from '../../../maths/parse-expression.js';
import type { Token } from '../../../maths/token.js';
import type { Formula, Side } from './formula.js';

/** The one value that a solution gives to a name. */
export interface Assignment {
  readonly value: Value;
  /** The value as a range, when its written decimals may be rounded. */
  readonly loose: Value;
  /** The 0-based step that gives it first, and the place there. */
  readonly step: number;
  readonly start: number;
  readonly end: number;
}

/** A step's formulas with its text. */
export interface StepFormulas {
  readonly text: string;
  readonly formulas: readonly Formula[];
}

/** Words in the sentence before "x = 5" by which the value is tried, chosen, or one of several. */
const conditional = /\b(?:if|when|where|whenever|for|at|try|tries|trying|suppose|assum\w*|set|setting|case|cases|plug\w*|substitut\w*|take|taking|consider|say|or|either|possib\w*|could|might|may|guess|test|check|verify|not|cannot|start\w*|initial\w*|let's|would|until|example|instance|roots?|solutions?|zeros?|values|either|intercept\w*|point\w*|line|minimum|maximum|equals? when)\b/i;

/**
 * The names to which the whole solution gives exactly one value, each with that value.
 * A name that is tried out, listed with several values, or given two different ones is left out: that is no mistake
 * (cases, trials, another scope), and nothing can be concluded from it.
 */
export function collectAssignments(steps: readonly StepFormulas[]): Map<string, Assignment> {
  const found = new Map<string, Assignment>();
  const dropped = new Set<string>();
  for (const [step, { text, formulas }] of steps.entries()) {
    for (const formula of formulas) {
      for (const name of namesOf(formula)) {
        const read = readAssignment(formula, name, text, step);
        const before = found.get(name);
        if (read === 'none') continue;
        if (read === 'doubtful' || (before !== undefined && !agrees(before, read))) dropped.add(name);
        else if (before === undefined) found.set(name, read);
      }
    }
  }
  for (const name of dropped) found.delete(name);
  return found;
}

/** The names that stand alone on a side. */
function namesOf(formula: Formula): string[] {
  return formula.sides.flatMap(({ tokens: [token, ...rest] }) => (token?.kind === 'name' && rest.length === 0 ? [token.name] : []));
}

function readAssignment(formula: Formula, name: string, text: string, step: number): Assignment | 'none' | 'doubtful' {
  const others = formula.sides.filter(({ tokens }) => !(tokens.length === 1 && tokens[0]?.kind === 'name'));
  if (others.some(({ tokens }) => tokens.some((token) => token.kind === 'opaque'))) return 'doubtful';
  const values = others.flatMap((side) => {
    const value = valueOf(side.tokens);
    return value === null ? [] : [{ side, value }];
  });
  const last = values.at(-1);
  if (last === undefined) return 'none';
  const sentence = text.slice(Math.max(0, (formula.sides[0]?.start ?? 0) - 120), formula.sides[0]?.start ?? 0).split(/[.!?;]\s|\n/).at(-1) ?? '';
  const isStated = formula.relations.every((relation) => relation === '=' || relation === '≈');
  if (!isStated || formula.listed || last.side.cutOff || conditional.test(sentence) || holdsName(others, name)) return 'doubtful';
  return { value: last.value, loose: loosen(values), step, start: formula.sides[0]?.start ?? 0, end: formula.sides.at(-1)?.end ?? 0 };
}

/** The last value as a range that covers every value of the chain and the rounding of its decimals. */
function loosen(values: readonly { side: Side; value: Value }[]): Value {
  const last = values.at(-1);
  if (last === undefined) return { value: 0, error: Infinity };
  const { value, error } = approximate(last.value);
  const spread = Math.max(...values.map((other) => Math.abs(approximate(other.value).value - value)));
  const decimals = Math.max(0, ...last.side.tokens.map((token) => (token.kind === 'number' ? token.decimals : 0)));
  return spread === 0 && decimals === 0 ? last.value : { value, error: error + spread + (decimals > 0 ? 0.5 * 10 ** -decimals : 0) };
}

function valueOf(tokens: readonly Token[]): Value | null {
  const expression = parseTokens(tokens, USUAL_READING);
  return expression === null ? null : evaluateExpression(expression, { reading: USUAL_READING });
}

const holdsName = (sides: Formula['sides'], name: string): boolean =>
  sides.some(({ tokens }) => tokens.some((token) => token.kind === 'name' && token.name === name));

/** Whether two values of a name may be the same, within the rounding of both. */
function agrees(a: Assignment, b: Assignment): boolean {
  const [x, y] = [approximate(a.loose), approximate(b.loose)];
  return Math.abs(x.value - y.value) <= x.error + y.error;
}
