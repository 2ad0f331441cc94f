import type { Value } from '../../maths/approximation.js';
import { evaluateExpression } from '../../maths/evaluate-expression.js';
import type { Expression, Reading } from '../../maths/expression.js';
import { findFunction } from '../../maths/latex-commands.js';
import { USUAL_READING } from '../../maths/list-readings.js';
import { parseTokens } from '../../maths/parse-expression.js';
import type { Token } from '../../maths/token.js';
import { tokenize } from '../../maths/tokenize.js';

const MAX_TOKENS = 200;
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

/** The formulas directly within a formula. */
function listParts(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'number': case 'pi': case 'name': return [];
    case 'binary': return [expression.left, expression.right];
    case 'call': return expression.parameter === null ? [expression.of] : [expression.of, expression.parameter];
    case 'binomial': return [expression.of, expression.choose];
    default: return [expression.of];
  }
}

/** How many numbers, names and operations a formula holds. */
export const countParts = (expression: Expression): number => listParts(expression).reduce((sum, part) => sum + countParts(part), 1);

/** The names in a formula, each once. */
export const listNames = (expression: Expression): string[] =>
  [...new Set(expression.kind === 'name' ? [expression.name] : listParts(expression).flatMap(listNames))];

/** The number a formula without names comes to; `e` counts as Euler's number unless it stands alone. */
export const evaluateFormula = (expression: Expression): Value | null =>
  evaluateExpression(expression, expression.kind === 'name' ? { reading: ANSWER_READING } : { reading: ANSWER_READING, names: euler });
