const announcements = ['the final answer is', 'the answer is', 'the correct answer is', 'the answer should be'];

/** What is deleted, or replaced, wherever it stands in an answer; in this order. */
const inAnswer: readonly (readonly [string, string])[] = [
  ['\\,', ''], ['∞', '\\infty'], ['+\\infty', '\\infty'], ['\\text', ''], ['\\mbox', ''], ['bmatrix', 'pmatrix'], ['^{\\circ}', ''], ['^\\circ', ''],
  ['{m}^3', ''], ['m^3', ''], ['{units}', ''], ['units', ''], ['{km}', ''], ['km', ''],
];
const inFormula: readonly (readonly [string, string])[] = [
  ['\n', ''], ['\\!', ''], ['\\\\', '\\'], ['tfrac', 'frac'], ['dfrac', 'frac'], ['\\left', ''], ['\\right', ''], ['^{\\circ}', ''], ['^\\circ', ''], ['\\$', ''], ['$', ''],
];

/**
 * Finds and spells an answer as the reference does before it compares (`findmathanswer` of `compute_bon_metrics.py`), with
 * its odd results: a box ends at its first closing brace, and only the text behind the last `=` counts.
 */
export function spellReferenceAnswer(text: string): string {
  let answer = locate(text.toLowerCase().replaceAll('{}', ''));
  const [open, close] = [answer.indexOf('{'), answer.indexOf('}')];
  if (close !== -1 && (open === -1 || close < open)) answer = answer.slice(0, close);
  answer = replaceEach(behindLast(behindLast(answer, '='), '\\approx'), inAnswer);
  return spellFormula(answer.replace(/\.+$/u, '').trim());
}

function locate(text: string): string {
  const boxed = [...text.matchAll(/\\boxed\{([^}]*)\}/gu)].at(-1)?.[1];
  if (boxed !== undefined) return boxed;
  const announcement = announcements.find((words) => text.includes(words));
  return announcement === undefined ? text : (behindLast(text, announcement).trim().split('\n')[0] ?? '').trim();
}

function spellFormula(answer: string): string {
  let formula = (replaceEach(answer, inFormula).split('\\text{ ')[0] ?? '').replaceAll('\\%', '');
  if (formula.startsWith(' .')) formula = ` 0${formula.slice(1)}`;
  if (formula.startsWith('.')) formula = `0${formula}`;
  for (const relation of ['=', '\\approx']) if (formula.split(relation).length === 2) formula = behindLast(formula, relation);
  const hasRoot = formula.includes('sqrt');
  if (hasRoot) formula = formula.replace(/\\sqrt(?=[^{])(.)/gsu, '\\sqrt{$1}');
  formula = formula.replaceAll(' ', '');
  if (hasRoot) formula = braceFractions(formula);
  if (formula === '0.5') return '\\frac{1}{2}';
  return formula.replace(/^(0|-?[1-9]\d*)\/(0|-?[1-9]\d*)$/u, '\\frac{$1}{$2}');
}

/** Writes `\frac12` and `\frac1{2}` as `\frac{1}{2}`; gives up on the whole where a fraction has no two parts. */
function braceFractions(formula: string): string {
  const [start = '', ...fractions] = formula.split('\\frac');
  if (fractions.some((fraction) => !fraction.startsWith('{') && fraction.length < 2)) return formula;
  return start + fractions.map((fraction) => {
    if (fraction.startsWith('{')) return `\\frac${fraction}`;
    const [above, below] = [fraction.charAt(0), fraction.charAt(1)];
    return `\\frac{${above}}${below === '{' ? below : `{${below}}`}${fraction.slice(2)}`;
  }).join('');
}

function behindLast(text: string, mark: string): string {
  return text.split(mark).at(-1) ?? '';
}

function replaceEach(text: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((spelled, [from, to]) => spelled.replaceAll(from, to), text);
}
