import type { Expression, Reading } from './expression.js';
import { makeRational, ONE } from './rational.js';
import type { Operator, Token } from './token.js';

const MAX_DEPTH = 60;

/** Walks over the tokens of one formula, and counts how deep the parser stands. */
export class TokenCursor {
  readonly reading: Reading;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], reading: Reading) {
    this.#tokens = tokens;
    this.reading = reading;
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Goes one level deeper; false when that is too deep. */
  enter(): boolean {
    this.#depth += 1;
    return this.#depth <= MAX_DEPTH;
  }

  leave(): void {
    this.#depth -= 1;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** Where the last token taken ends in the text. */
  lastEnd(): number | undefined {
    return this.#tokens[this.#at - 1]?.end;
  }

  take(): Token | undefined {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** Takes the next token when it is one of these operators. */
  takeOperator<Wanted extends Operator>(...wanted: readonly Wanted[]): Wanted | null {
    const token = this.peek();
    const op = token?.kind === 'operator' ? wanted.find((candidate) => candidate === token.op) : undefined;
    if (op === undefined) return null;
    this.#at += 1;
    return op;
  }

  takeNumber(): Expression | null {
    const token = this.peek();
    if (token?.kind !== 'number') return null;
    this.#at += 1;
    return { kind: 'number', value: token.value, decimals: token.decimals, openEnded: token.openEnded, unit: token.unit };
  }

  takeName(): Expression | null {
    const token = this.peek();
    if (token?.kind !== 'name') return null;
    this.#at += 1;
    return { kind: 'name', name: token.name };
  }

  /** Takes a raised number (², ⁻¹) as an expression. */
  takeRaised(): Expression | null {
    const token = this.peek();
    if (token?.kind !== 'raised') return null;
    this.#at += 1;
    return { kind: 'number', value: makeRational(token.exponent) ?? ONE, decimals: 0, openEnded: false, unit: null };
  }

  /** Wraps an expression in the %, ° and ! that follow it. */
  takePostfixes(of: Expression): Expression {
    let wrapped = of;
    for (let token = this.peek(); token?.kind === 'postfix'; token = this.peek()) {
      this.#at += 1;
      const isDropped = token.op === '!' && this.reading.dropFactorial;
      if (!isDropped) wrapped = { kind: token.op === '%' ? 'percent' : token.op === '!' ? 'factorial' : 'degrees', of: wrapped };
    }
    return wrapped;
  }

  /** Whether a factor follows without a sign: 2(3), 2\pi, (2)(3); never a bare number, which would be a list (but 3!2!). */
  startsFactor(): boolean {
    const token = this.peek();
    if (token === undefined) return false;
    const last = this.#tokens[this.#at - 1];
    if (token.kind === 'number') return last?.kind === 'postfix' && last.op === '!' && !token.spaced;
    return token.kind === 'open' || token.kind === 'name' || token.kind === 'pi' || token.kind === 'function' || token.kind === 'command';
  }
}
