/**
 * LaTeX commands whose first letter is also a JSON escape (b, f, n, r, t). Models write them with one backslash all the
 * time, and `\frac` would become a form feed and `rac`.
 */
const commands = [
  'bar', 'beta', 'begin', 'bf', 'big', 'bigcap', 'bigcup', 'bigl', 'bigr', 'binom', 'bmod', 'boldsymbol', 'bot', 'boxed', 'bullet',
  'fbox', 'flat', 'forall', 'frac', 'frown',
  'nabla', 'natural', 'ne', 'neg', 'neq', 'newline', 'ni', 'nmid', 'nolimits', 'not', 'notin', 'nparallel', 'nu',
  'rangle', 'rceil', 'rfloor', 'rho', 'right', 'rightarrow', 'rightleftharpoons', 'rm', 'root',
  'tan', 'tanh', 'tau', 'text', 'textbf', 'textit', 'textrm', 'tfrac', 'therefore', 'theta', 'tilde', 'times', 'to', 'top', 'triangle', 'triangleq',
];
// A pair of backslashes is consumed as it is; what JSON knows as an escape stays one.
const backslash = new RegExp(String.raw`\\\\|\\(?=(?:${commands.join('|')})(?![A-Za-z]))|\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})`, 'g');

/** Doubles the backslashes of LaTeX in JSON that a model wrote, where a parser would take them for escapes. */
export function escapeLatex(json: string): string {
  return json.replace(backslash, '\\\\');
}
