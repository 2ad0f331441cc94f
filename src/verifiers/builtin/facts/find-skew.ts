import type { PrintedWord } from '../../../schema/index.js';
import { centreX, centreY } from './boxes.js';
import { findTextHeight } from './text-height.js';

/** Slopes that are tried, in degrees: steeper print stands so on purpose, and a smaller one is within the error of boxes. */
const STEEPEST = 6;
const LEAST = 0.5;
const STEP = 0.25;
/** How well two middles must agree to stand on one line, and how far apart they must be to tell, in text heights. */
const SPREAD = 0.15;
const LEAST_APART = 1.5;
/** A slope must line up so many pairs of words, and so many times as many as no slope. */
const LEAST_PAIRS = 3;
const CLEARLY_MORE = 1.25;
/** Words looked at: bounds the work on pages full of text. */
const MOST_WORDS = 160;

/** The slope (radians, downwards to the right) at which a page lies askew: the one that lines up most pairs of words. 0 where none does clearly better. */
export function findSkew(words: readonly PrintedWord[]): number {
  const em = findTextHeight(words);
  const stride = Math.ceil(words.length / MOST_WORDS);
  const telling = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).filter((_, at) => at % stride === 0);
  const pairs = telling.flatMap(({ place: { box } }, at) => telling.slice(at + 1).flatMap(({ place: { box: other } }) => {
    const [x, y] = [centreX(other) - centreX(box), centreY(other) - centreY(box)];
    return Math.abs(x) < LEAST_APART * em || Math.abs(y) > Math.abs(x) / 4 ? [] : [{ x, y }];
  }));
  const lineUp = (slope: number): number => pairs.reduce((sum, { x, y }) => sum + Math.exp(-(((y - Math.tan(slope) * x) / (SPREAD * em)) ** 2) / 2), 0);
  const straight = lineUp(0);
  let best = { slope: 0, count: straight };
  for (let degrees = -STEEPEST; degrees <= STEEPEST; degrees += STEP) {
    const slope = (degrees * Math.PI) / 180;
    const count = lineUp(slope);
    if (Math.abs(degrees) >= LEAST && count > best.count) best = { slope, count };
  }
  return best.count >= LEAST_PAIRS && best.count >= CLEARLY_MORE * straight ? best.slope : 0;
}
