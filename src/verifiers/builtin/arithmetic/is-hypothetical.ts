import { sentenceBefore } from './sentence-before.js';

/** How much of the text behind a formula is read, in UTF-16 code units. */
const AFTER = 90;

/** Words before a formula by which it is assumed, asked, aimed at or denied rather than stated. */
const assumes = /\b(?:if|suppose|supposing|assum\w*|whether|would|claim\w*|want|wants|need|needs|must|should|solve|solving|set|setting|equation|equations|incorrect\w*|wrong\w*|mistak\w*|false|not|cannot|can't|isn't|doesn't|don't|didn't|unless|until|instead|rather than|impossible|pretend|hypothe\w*|wonder|does|do)\b/gi;
/** Words that state what follows from an assumption made before them: "if x = 2, we get 3 + 2 = 5". */
const concludes = /\b(?:then|gets?|gives?|got|gave|yields?|becomes?|so|thus|hence|therefore|obtain|have|is|tells us)\b/gi;
/** Words behind it by which it is denied or doubted. */
const denies = /\b(?:not|false|wrong|incorrect|impossible|contradict\w*|absurd|untrue|isn't|doesn't|can't|cannot|mistake|fails?|no|never|nonsense|invalid)\b|✗|❌|×\s*$/i;

/** Whether a formula is assumed, asked or denied by the words of its own sentence or the start of what follows. */
export function isHypothetical(text: string, start: number, end: number, nextText: string): boolean {
  const before = sentenceBefore(text, start);
  const after = `${text.slice(end, end + AFTER)} ${nextText.slice(0, Math.max(0, AFTER - (text.length - end)))}`;
  const isAsked = /\?/.test(after.split(/[.!](?:\s|\$|$)/)[0] ?? '');
  return isAsked || lastPlace(assumes, before) > lastPlace(concludes, before) || denies.test(after);
}

/** Where the last match of a global pattern begins; -1 for none. */
const lastPlace = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
