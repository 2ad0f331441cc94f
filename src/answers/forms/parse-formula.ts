import type { Value } from '../../maths/approximation.js';
import { evaluateExpression } from '../../maths/evaluate-expression.js';
import type { Expression, Reading } from '../../maths/expression.js';
import { findFunction } from '../../maths/latex-commands.js';
import { USUAL_READING } from '../../maths/list-readings.js';
import { parseTokens } from '../../maths/parse-expression.js';
import type { Token } from '../../maths/token.js';
import { tokenize } from '../../maths/tokenize.js';

const MAX_TOKENS = 300;
/** In an answer 25% and 25 are told apart by the sign, not by the value. */
export const ANSWER_READING: Reading = { ...USUAL_READING, percentAsNumber: true };
const euler = new Map<string, Value>([['e', { value: Math.E, error: 5e-16 }]]);

/** The formula that a cleaned text spells, or null. */
export const parseFormula = (cleaned: string): Expression | null => (holdsWords(cleaned) ? null : parseFormulaTokens(tokenizeFormula(cleaned)));

const letterRuns = /(?<![\\\p{L}])\p{L}{3,}/gu;

/** Three letters in a row that are no command, function or named segment (ABC) are a word: "cat" is no product. */
export const holdsWords = (text: string): boolean => [...text.matchAll(letterRuns)].some(([run]) => findFunction(run) === null && !/^[A-Z]{3,4}$/.test(run));

/** The tokens of a cleaned text, all of it taken as mathematics. */
export const tokenizeFormula = (cleaned: string): Token[] =>
  tokenize(`\\(${cleaned}\\)`).filter((token) => token.kind !== 'separator' || !token.soft);

/** The formula that tokens spell, or null. */
export const parseFormulaTokens = (tokens: readonly Token[]): Expression | null => (tokens.length > MAX_TOKENS ? null : parseTokens(tokens, ANSWER_READING));

/** The names in a formula, each once. */
export function listNames(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number': case 'pi': return [];
    case 'name': return [expression.name];
    case 'binary': return [...new Set([...listNames(expression.left), ...listNames(expression.right)])];
    case 'call': return [...new Set([...listNames(expression.of), ...(expression.parameter === null ? [] : listNames(expression.parameter))])];
    case 'binomial': return [...new Set([...listNames(expression.of), ...listNames(expression.choose)])];
    default: return listNames(expression.of);
  }
}

/** The number a formula without names comes to; `e` counts as Euler's number unless it stands alone. */
export const evaluateFormula = (expression: Expression): Value | null =>
  evaluateExpression(expression, expression.kind === 'name' ? { reading: ANSWER_READING } : { reading: ANSWER_READING, names: euler });
