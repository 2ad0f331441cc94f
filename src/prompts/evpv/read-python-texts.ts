import { lexPython, type PythonToken } from './lex-python.js';
import { cutFormatString, unescapePython, type PythonPiece } from './python-string.js';

/**
 * Reads the texts that a Python module assigns at its top level, or returns from its top-level functions: string
 * literals, joined side by side or with `+`, with variables between them. The module is read as text, never executed.
 * What is no such expression is left out.
 */
export function readPythonTexts(source: string): Map<string, PythonPiece[]> {
  const tokens = lexPython(source.replaceAll('\r\n', '\n'));
  const texts = new Map<string, PythonPiece[]>();
  let inFunction: string | null = null;
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token.startsLine && token.column === 0) inFunction = token.text === 'def' && next?.kind === 'word' ? next.text : null;
    const name = token.startsLine && token.column === 0 && token.kind === 'word' && next?.text === '=' ? token.text
      : inFunction !== null && token.startsLine && token.text === 'return' ? inFunction : null;
    if (name === null || texts.has(name)) return;
    const pieces = new ExpressionReader(tokens, token.text === 'return' ? at + 1 : at + 2).read();
    if (pieces !== null) texts.set(name, pieces);
  });
  return texts;
}

/** Reads one expression from a place in the tokens. */
class ExpressionReader {
  private depth = 0;

  constructor(private readonly tokens: readonly PythonToken[], private at: number) {}

  /** Terms joined by `+`. Null for anything else. */
  read(): PythonPiece[] | null {
    const pieces: PythonPiece[] = [];
    do {
      const term = this.readTerm();
      if (term === null) return null;
      pieces.push(...term);
    } while (this.take('+'));
    return pieces;
  }

  private readTerm(): PythonPiece[] | null {
    let pieces: PythonPiece[] | null = null;
    if (this.take('(')) {
      this.depth++;
      pieces = this.read();
      if (pieces === null || !this.take(')')) return null;
      this.depth--;
    } else if (this.peek()?.kind === 'string') pieces = this.readStrings();
    else if (this.peek()?.kind === 'word' && /^[A-Za-z_]/.test(this.peek()?.text ?? '')) return [{ name: this.readVariable() }];
    else return null;
    while (this.take('.')) {
      if (!this.take('strip') || !this.take('(') || !this.take(')')) return null;
      pieces = stripEnds(pieces);
    }
    return pieces;
  }

  /** Literals side by side are one. */
  private readStrings(): PythonPiece[] {
    const pieces: PythonPiece[] = [];
    for (let token = this.peek(); token?.kind === 'string'; token = this.peek()) {
      const text = unescapePython(token.text, token.prefix);
      pieces.push(...token.prefix.includes('f') ? cutFormatString(text) : [{ literal: text }]);
      this.at++;
    }
    return pieces;
  }

  /** A variable, or the first variable inside a call such as `json.dumps(description, ensure_ascii=False)`. */
  private readVariable(): string {
    let name = this.tokens[this.at++]?.text ?? '';
    while (this.take('.')) name = this.tokens[this.at++]?.text ?? '';
    if (!this.take('(')) return name;
    const first = this.peek(true);
    for (let open = 1; open > 0 && this.at < this.tokens.length; this.at++) {
      const { text, kind } = this.tokens[this.at] as PythonToken;
      if (kind === 'mark') open += text === '(' ? 1 : text === ')' ? -1 : 0;
    }
    return first?.kind === 'word' ? first.text : name;
  }

  /** The next token of the expression: outside of brackets it ends with its line. */
  private peek(acrossLines = this.depth > 0): PythonToken | undefined {
    const token = this.tokens[this.at];
    return token?.startsLine && !acrossLines ? undefined : token;
  }

  private take(text: string): boolean {
    const token = this.peek();
    if (token?.text !== text || token.kind === 'string') return false;
    this.at++;
    return true;
  }
}

/** Python's `strip()` on a text whose ends are literals. */
function stripEnds(pieces: readonly PythonPiece[]): PythonPiece[] {
  return pieces.map((piece, at) => {
    if ('name' in piece) return piece;
    const front = at === 0 ? piece.literal.trimStart() : piece.literal;
    return { literal: at === pieces.length - 1 ? front.trimEnd() : front };
  });
}
