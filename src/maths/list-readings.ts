import type { Reading } from './expression.js';
import type { Token } from './token.js';

export const USUAL_READING: Reading = {
  tightProducts: false, mixedAsProduct: false, signedBase: false, percentAsNumber: false, percentOfLeft: false,
  angleInDegrees: false, degreesAsRadians: false, naturalLog: false, pi: 'exact', dropFactorial: false,
};

const MAX_READINGS = 64;

/** All readings that the tokens of a statement leave open, the usual one first. */
export function listReadings(tokens: readonly Token[]): Reading[] {
  const has = (test: (token: Token, next: Token | undefined) => boolean): boolean => tokens.some((token, i) => test(token, tokens[i + 1]));
  const isOp = (token: Token | undefined, op: string): boolean => token?.kind === 'operator' && token.op === op;
  const startsFactor = (token: Token | undefined): boolean => token !== undefined && ['open', 'name', 'command', 'function', 'pi', 'bar'].includes(token.kind);
  const endsFactor = (token: Token): boolean => ['number', 'name', 'close', 'pi', 'postfix'].includes(token.kind);

  const isDegree = (token: Token): boolean => (token.kind === 'number' && token.unit === '°') || (token.kind === 'postfix' && token.op === '°');

  let readings: Reading[] = [USUAL_READING];
  const open = (applies: boolean, change: Partial<Reading>): void => {
    if (applies && readings.length * 2 <= MAX_READINGS) readings = [...readings, ...readings.map((reading) => ({ ...reading, ...change }))];
  };
  open(has((token) => isOp(token, '/')) && has((token, next) => endsFactor(token) && startsFactor(next)), { tightProducts: true });
  open(has((token, next) => token.kind === 'number' && next?.kind === 'command'), { mixedAsProduct: true });
  open(has((token) => isOp(token, '-')) && has((token) => isOp(token, '^') || token.kind === 'raised'), { signedBase: true });
  open(has((token) => token.kind === 'postfix' && token.op === '%'), { percentAsNumber: true });
  open(has((token) => token.kind === 'postfix' && token.op === '%') && has((token) => isOp(token, '+') || isOp(token, '-')), { percentOfLeft: true });
  open(has((token) => token.kind === 'function' && !['sqrt', 'abs', 'log', 'ln', 'exp'].includes(token.name)), { angleInDegrees: true });
  open(has(isDegree) && has((token) => token.kind === 'pi'), { degreesAsRadians: true });
  open(has((token) => token.kind === 'function' && token.name === 'log'), { naturalLog: true });
  open(has((token) => token.kind === 'postfix' && token.op === '!'), { dropFactorial: true });
  open(has((token) => token.kind === 'pi'), { pi: '3.14' });
  open(has((token) => token.kind === 'pi'), { pi: '22/7' });
  return readings;
}
