import type { FunctionName, Operator, Relation } from './token.js';

/** What a LaTeX command stands for in a formula. */
export type CommandMeaning =
  | { readonly kind: 'operator'; readonly op: Operator }
  | { readonly kind: 'relation'; readonly relation: Relation }
  | { readonly kind: 'function'; readonly name: FunctionName }
  | { readonly kind: 'command'; readonly command: 'frac' | 'sqrt' | 'binom' }
  | { readonly kind: 'pi' } | { readonly kind: 'modulus' } | { readonly kind: 'bar' } | { readonly kind: 'separator' } | { readonly kind: 'space' } | { readonly kind: 'name' };

const meanings: readonly (readonly [CommandMeaning, string])[] = [
  [{ kind: 'operator', op: '*' }, 'times cdot ast bullet'],
  [{ kind: 'operator', op: '/' }, 'div'],
  [{ kind: 'relation', relation: '=' }, 'eq'],
  [{ kind: 'relation', relation: '≈' }, 'approx simeq doteq'],
  [{ kind: 'relation', relation: '<' }, 'lt'],
  [{ kind: 'relation', relation: '>' }, 'gt'],
  [{ kind: 'relation', relation: '≤' }, 'le leq leqslant leqq'],
  [{ kind: 'relation', relation: '≥' }, 'ge geq geqslant geqq'],
  [{ kind: 'relation', relation: '≠' }, 'ne neq'],
  [{ kind: 'relation', relation: '≡' }, 'equiv'],
  [{ kind: 'modulus' }, 'pmod bmod mod pod'],
  [{ kind: 'command', command: 'frac' }, 'frac dfrac tfrac cfrac'],
  [{ kind: 'command', command: 'binom' }, 'binom dbinom tbinom'],
  [{ kind: 'command', command: 'sqrt' }, 'sqrt'],
  [{ kind: 'pi' }, 'pi'],
  [{ kind: 'bar' }, 'vert mid lvert rvert'],
  [{ kind: 'separator' }, 'Rightarrow Longrightarrow implies rightarrow to longrightarrow iff Leftrightarrow therefore because quad qquad land lor boxed begin end tag newline hline'],
  [{ kind: 'space' }, 'left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits mathstrut nonumber notag bf mathbf boldsymbol bm'],
  [{ kind: 'name' }, 'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Sigma Phi Psi Omega ell'],
];
const functions: readonly FunctionName[] = ['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'arcsin', 'arccos', 'arctan', 'log', 'ln', 'exp'];

const byName = new Map<string, CommandMeaning>([
  ...meanings.flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning] as const)),
  ...functions.map((name) => [name, { kind: 'function', name }] as const),
]);

/** The meaning of a command (without its backslash), or null when it has none in arithmetic. */
export const findCommand = (name: string): CommandMeaning | null => byName.get(name) ?? null;

/** The function that a plain word names ("sqrt", "sin"), or null. */
export function findFunction(word: string): FunctionName | null {
  if (word === 'sqrt') return 'sqrt';
  return functions.find((name) => name === word) ?? null;
}
