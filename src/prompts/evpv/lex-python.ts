/** A token of Python source, as far as string expressions need it. */
export interface PythonToken {
  kind: 'string' | 'word' | 'mark';
  /** A string's characters between its quotes, as written; else the token itself. */
  text: string;
  /** Letters before the quotes of a string, in lower case: `r`, `f`, `rb`. */
  prefix: string;
  column: number;
  /** Whether it is the first token of its line. */
  startsLine: boolean;
}

const token = /([A-Za-z]{0,2})("""|'''|"|')|(\w+)|(#[^\n]*|\s+|\\\n)|([^\s])/y;

/** Cuts Python source into tokens. Comments and space vanish; nothing is executed. Ends quietly at a string that is never closed. */
export function lexPython(source: string): PythonToken[] {
  const tokens: PythonToken[] = [];
  let lineStart = 0;
  let startsLine = true;
  for (let at = 0; at < source.length;) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) break;
    const [whole, prefix = '', quote, word, skipped] = match;
    let end = at + whole.length;
    if (skipped === undefined) {
      let text = word ?? whole;
      if (quote !== undefined) {
        const close = findClose(source, end, quote);
        if (close === null) break;
        text = source.slice(end, close);
        end = close + quote.length;
      }
      const kind = quote !== undefined ? 'string' : word !== undefined ? 'word' : 'mark';
      tokens.push({ kind, text, prefix: prefix.toLowerCase(), column: at - lineStart, startsLine });
      startsLine = false;
    }
    const lastBreak = source.slice(at, end).lastIndexOf('\n');
    if (lastBreak >= 0) {
      lineStart = at + lastBreak + 1;
      startsLine ||= skipped !== undefined && skipped !== '\\\n';
    }
    at = end;
  }
  return tokens;
}

/** Where a string ends: the next unescaped quotes of its kind. */
function findClose(source: string, from: number, quote: string): number | null {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source.startsWith(quote, at)) return at;
  }
  return null;
}
