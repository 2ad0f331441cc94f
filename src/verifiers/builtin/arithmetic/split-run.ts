import type { Relation, Token } from '../../../maths/token.js';
import { changesNext, changesPrevious, leavesWhole } from './context-words.js';
import type { Run } from './find-formulas.js';
import type { Formula, Side } from './formula.js';

/** What stands so far on one level of brackets, since the last comma. */
interface Level {
  sides: Token[][];
  relations: Relation[];
  last: Token[];
  /** Nothing but the word before the run stands before it. */
  isFirst: boolean;
}

const newLevel = (isFirst: boolean, ...last: Token[]): Level => ({ sides: [], relations: [], last, isFirst });

/**
 * Splits a run at its relations, bracket level by bracket level. A bracket that holds a relation is a formula of its
 * own. A comma ends a formula on the outer level; a bracket with a comma (point, interval, arguments) has no value.
 */
export function splitRun(run: Run): Formula[] {
  const formulas: Formula[] = [];
  const stack: Level[] = [newLevel(true)];
  const finish = (level: Level, isLast: boolean, listed: boolean): void => {
    if (level.relations.length === 0) return;
    const sides = [...level.sides, level.last];
    formulas.push({ relations: level.relations, listed, sides: sides.map((tokens, i) =>
      makeSide(tokens, i === 0 && level.isFirst ? run.wordBefore : null, i === sides.length - 1 && isLast ? run.wordAfter : null, run.isMixed)) });
  };

  for (const [i, token] of run.tokens.entries()) {
    const level = stack.at(-1) ?? newLevel(false);
    if (token.kind === 'relation') {
      level.sides.push(level.last);
      level.relations.push(token.relation);
      level.last = [];
    } else if (token.kind === 'open') stack.push(newLevel(false, token));
    else if (token.kind === 'close' && stack.length > 1) {
      stack.pop();
      const outer = stack.at(-1) ?? newLevel(false);
      if (level.relations.length === 0) outer.last.push(...level.last, token);
      else outer.last.push({ kind: 'opaque', start: token.start, end: token.end, spaced: false });
      finish(withoutBracket(level), false, false);
    } else if (stack.length === 1 && (token.kind === 'comma' || token.kind === 'close')) {
      finish(level, false, token.kind === 'comma' && i + 1 < run.tokens.length && !startsFormula(run.tokens, i + 1));
      stack[0] = newLevel(false);
    } else if (token.kind === 'comma' && level.relations.length > 0) {
      stack.pop();
      finish(withoutBracket(level), false, !startsFormula(run.tokens, i + 1));
      stack.push(newLevel(false));
    } else level.last.push(token.kind === 'comma' ? { ...token, kind: 'opaque' } : token);
  }
  // A bracket that never closes was prose around the formula in it.
  for (let level = stack.pop(); level !== undefined; level = stack.pop()) finish(withoutBracket(level), true, run.listAfter);
  return formulas;
}

/** Whether a relation stands behind a comma before the next one: "x = 1, y = 2" is no list of values. */
function startsFormula(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length && tokens[i]?.kind !== 'comma'; i += 1) if (tokens[i]?.kind === 'relation') return true;
  return false;
}

/** Drops the bracket that opens the level; on the outer level there is none. */
function withoutBracket(level: Level): Level {
  const [first, ...others] = level.sides;
  return first?.[0]?.kind === 'open' && !first.some((token) => token.kind === 'close') ? { ...level, sides: [first.slice(1), ...others] } : level;
}

function makeSide(tokens: readonly Token[], before: string | null, after: string | null, isMixed: boolean): Side {
  const first = tokens[0];
  const isDash = first?.kind === 'operator' && (first.op !== '-' || tokens[1]?.spaced === true);
  const cutBefore = before !== null && (changesNext(before) || (tokens.length <= 2 && !leavesWhole(before)));
  return { tokens, cutOff: isMixed || cutBefore || isDash || (after !== null && changesPrevious(after)), start: first?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
}
