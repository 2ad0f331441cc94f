import fc from 'fast-check';

/** A random arithmetic tree with an evaluation of its own: num/den as bigints, without the code under test. */
export type Tree =
  | { kind: 'number'; digits: number; places: number }
  | { kind: 'op'; op: '+' | '-' | '*' | '/'; left: Tree; right: Tree }
  | { kind: 'square'; of: Tree }
  | { kind: 'negate'; of: Tree };

export const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; number: Tree }>((tie) => ({
  number: fc.record({ kind: fc.constant('number' as const), digits: fc.integer({ min: 0, max: 9999 }), places: fc.integer({ min: 0, max: 2 }) }),
  tree: fc.oneof({ maxDepth: 4, depthIdentifier: 'tree' }, tie('number'),
    fc.record({ kind: fc.constant('op' as const), op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), left: tie('tree'), right: tie('tree') }),
    fc.record({ kind: fc.constant('square' as const), of: tie('tree') }),
    fc.record({ kind: fc.constant('negate' as const), of: tie('tree') })),
})).tree;

/** The exact value as an unreduced fraction; null when it divides by 0. */
export function valueOf(node: Tree): readonly [bigint, bigint] | null {
  if (node.kind === 'number') return [BigInt(node.digits), 10n ** BigInt(node.places)];
  if (node.kind !== 'op') {
    const of = valueOf(node.of);
    if (of === null) return null;
    return node.kind === 'negate' ? [-of[0], of[1]] : [of[0] * of[0], of[1] * of[1]];
  }
  const [left, right] = [valueOf(node.left), valueOf(node.right)];
  if (left === null || right === null) return null;
  const [[a, b], [c, d]] = [left, right];
  if (node.op === '*') return [a * c, b * d];
  if (node.op === '/') return c === 0n ? null : [a * d, b * c];
  return [node.op === '+' ? a * d + c * b : a * d - c * b, b * d];
}

const written = ({ digits, places }: { digits: number; places: number }): string =>
  places === 0 ? String(digits) : `${String(digits).padStart(places + 1, '0').slice(0, -places)}.${String(digits).padStart(places + 1, '0').slice(-places)}`;

/** Plain notation, all inner operations in brackets. */
export function toPlain(node: Tree): string {
  if (node.kind === 'number') return written(node);
  if (node.kind === 'negate') return `(-${bracket(node.of, toPlain, '(', ')')})`;
  if (node.kind === 'square') return `${bracket(node.of, toPlain, '(', ')')}^2`;
  const sign = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' }[node.op];
  return bracket(node.left, toPlain, '(', ')') + sign + bracket(node.right, toPlain, '(', ')');
}

/** LaTeX notation with \frac, \cdot and sized brackets. */
export function toLatex(node: Tree): string {
  if (node.kind === 'number') return written(node);
  if (node.kind === 'negate') return `\\left(-${bracket(node.of, toLatex, '\\left(', '\\right)')}\\right)`;
  if (node.kind === 'square') return `${bracket(node.of, toLatex, '\\left(', '\\right)')}^{2}`;
  if (node.op === '/') return `\\frac{${toLatex(node.left)}}{${toLatex(node.right)}}`;
  const sign = { '+': ' + ', '-': ' - ', '*': ' \\cdot ' }[node.op];
  return bracket(node.left, toLatex, '\\left(', '\\right)') + sign + bracket(node.right, toLatex, '\\left(', '\\right)');
}

const bracket = (node: Tree, print: (node: Tree) => string, open: string, close: string): string =>
  node.kind === 'number' ? print(node) : `${open}${print(node)}${close}`;
