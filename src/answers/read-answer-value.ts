import type { Value } from '../maths/approximation.js';
import { evaluateExpression } from '../maths/evaluate-expression.js';
import { USUAL_READING } from '../maths/list-readings.js';
import { parseTokens } from '../maths/parse-expression.js';
import type { Token } from '../maths/token.js';
import { tokenize } from '../maths/tokenize.js';

/** The number an answer states, with what it counts. */
export interface AnswerValue {
  readonly value: Value;
  /** Digits after the point when the answer is one decimal; null for fractions, roots and other formulas. */
  readonly decimals: number | null;
  /** The unit or currency; null when none is written. */
  readonly unit: string | null;
  readonly percent: boolean;
}

const MAX_CHARACTERS = 500;

/** Reads an answer as a number: "44", "x = 44", "$7.50", "12 cm", "3/4", "2\sqrt{3}", "25%", "50 apples"; null for anything else. */
export function readAnswerValue(answer: string): AnswerValue | null {
  if (answer.length > MAX_CHARACTERS) return null;
  const tokens = dropName(tokenize(answer.trim().replace(/^\*\*|\*\*$/g, ''))).filter((token) => token.kind !== 'separator' || !token.soft);
  const formula = dropNouns(tokens.filter((token, i) => !(token.kind === 'separator' && i === tokens.length - 1)));
  const reading = { ...USUAL_READING, percentAsNumber: true };
  const expression = formula === null ? null : parseTokens(formula, reading);
  const value = expression === null ? null : evaluateExpression(expression, { reading });
  if (value === null || formula === null) return null;
  const numbers = formula.flatMap((token) => (token.kind === 'number' ? [token] : []));
  const units = [...new Set(numbers.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  if (units.length > 1) return null;
  const isDegree = formula.some((token) => token.kind === 'postfix' && token.op === '°');
  return {
    value, unit: units[0] ?? (isDegree ? '°' : null), percent: formula.some((token) => token.kind === 'postfix' && token.op === '%'),
    decimals: numbers.length === 1 && numbers[0]?.value.den !== undefined && formula.every((token) => token.kind === 'number' || token.kind === 'operator' || token.kind === 'postfix') ? numbers[0].decimals : null,
  };
}

/** "x = 44" and "AB ≈ 4.2" state the value of a name. */
function dropName(tokens: readonly Token[]): readonly Token[] {
  const [name, relation] = tokens;
  return name?.kind === 'name' && relation?.kind === 'relation' && (relation.relation === '=' || relation.relation === '≈') ? tokens.slice(2) : tokens;
}

/** Up to three words behind the number say what is counted; words anywhere else make the answer no number. */
function dropNouns(tokens: readonly Token[]): readonly Token[] | null {
  const first = tokens.findIndex((token) => token.kind === 'word');
  if (first < 0) return tokens;
  const words = tokens.slice(first);
  return first > 0 && words.length <= 3 && words.every((token) => token.kind === 'word') ? tokens.slice(0, first) : null;
}
