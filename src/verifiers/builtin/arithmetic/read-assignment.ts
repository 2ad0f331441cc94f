import { approximate } from '../../../maths/approximation.js';
import type { Value } from '../../../maths/approximation.js';
import { evaluateExpression } from '../../../maths/evaluate-expression.js';
import { USUAL_READING } from '../../../maths/list-readings.js';
import { parseTokens } from '../../../maths/parse-expression.js';
import type { Token } from '../../../maths/token.js';
import type { Formula, Side } from './formula.js';
import { sentenceBefore } from './sentence-before.js';

/** A value that a formula gives to a name. */
export interface ReadAssignment {
  readonly value: Value;
  /** The value as a range, when its written decimals may be rounded. */
  readonly loose: Value;
  /** Words or a computation in place say that the value follows from what came before; else it may be read off or chosen. */
  readonly isDerived: boolean;
  /** The value is used as known: "since x = 5". */
  readonly isRestated: boolean;
  readonly start: number;
  readonly end: number;
}

/** Words in the sentence before "x = 5" by which the value is tried, chosen, or one of several. */
const conditional = /\b(?:if|when|where|whenever|for|at|try|tries|trying|suppose|assum\w*|set|setting|case|cases|plug\w*|substitut\w*|take|taking|consider|say|or|either|possib\w*|could|might|may|guess|test|check|verify|not|cannot|start\w*|initial\w*|let's|would|until|example|instance|roots?|solutions?|zeros?|values|intercept\w*|point\w*|line|minimum|maximum)\b/i;
const deriving = /\b(?:so|thus|hence|therefore|gives?|gets?|yields?|solv\w+|find|finds|found|simplif\w+|means|obtain\w*|becomes?|implies|conclude|follows)\b|=>|⇒|→|->|∴|\\(?:Rightarrow|implies|therefore|rightarrow)/i;

const restating = /\b(?:since|because|given that|know that|known that|knowing that|found that|recall that|remember that)\s*(?:\$|\\\()?\s*$/i;

/** The value that a formula gives to a name on one of its sides; `none` when it gives none, `doubtful` when it is tried out, listed or unreadable. */
export function readAssignment(formula: Formula, name: string, text: string): ReadAssignment | 'none' | 'doubtful' {
  const others = formula.sides.filter(({ tokens }) => !(tokens.length === 1 && tokens[0]?.kind === 'name'));
  if (others.some(({ tokens }) => tokens.some((token) => token.kind === 'opaque'))) return 'doubtful';
  const values = others.flatMap((side) => {
    const value = valueOf(side.tokens);
    return value === null ? [] : [{ side, value }];
  });
  const last = values.at(-1);
  if (last === undefined) return 'none';
  const start = formula.sides[0]?.start ?? 0;
  const isStated = formula.relations.every((relation) => relation === '=' || relation === '≈');
  if (!isStated || formula.listed || last.side.cutOff || conditional.test(sentenceBefore(text, start)) || holdsName(others, name)) return 'doubtful';
  const isDerived = values.length > 1 || last.side.tokens.length > 4 || deriving.test(text.slice(Math.max(0, start - 100), start));
  const isRestated = restating.test(text.slice(Math.max(0, start - 40), start));
  return { value: last.value, loose: loosen(values), isDerived, isRestated, start, end: formula.sides.at(-1)?.end ?? 0 };
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

const holdsName = (sides: readonly Side[], name: string): boolean =>
  sides.some(({ tokens }) => tokens.some((token) => token.kind === 'name' && token.name === name));
