// The look-behind keeps a long run of marks from being tried anew at each of them.
const END = /(?<![.!?])[.!?]+["'”’)\]*_]{0,3}\s+|[。！？]+/gu;
const ABBREVIATION = /(?:^|[\s("'[])(?:e\.g|i\.e|etc|figs?|eqs?|no|nos|vs|cf|approx|dr|mr|mrs|ms|prof|st|sec|ch|ex|thm|prop|def|resp|viz|al|ca|vol|pp?|inc|jr|sr|(?:[a-z]\.)+[a-z])$/iu;
const OPENS_SENTENCE = /^(?:An?|And|As|At|Because|But|By|Finally|First|For|From|Given|Hence|However|If|In|It|Let|Next|Now|On|Since|So|Substitut\w*|That|The|Then|There|Therefore|These|This|Thus|To|Using|We|When|With)\b/u;

/** Where sentences begin. Decimals, abbreviations, initials and list numbers do not end one. */
export function findSentences(text: string): number[] {
  const cuts: number[] = [];
  for (const match of text.matchAll(END)) {
    const after = match.index + match[0].length;
    if (after < text.length && endsSentence(text, match.index, match[0].charAt(0), text.slice(after, after + 20))) cuts.push(after);
  }
  return cuts;
}

function endsSentence(text: string, dot: number, mark: string, next: string): boolean {
  if (/^\p{Ll}/u.test(next)) return false;
  if (mark !== '.') return true;
  const before = text.slice(Math.max(0, dot - 12), dot);
  if (ABBREVIATION.test(before)) return false;
  if (/(?:^|\n)[ \t]*\(?(?:\d{1,3}|[A-Za-z])$/u.test(before)) return false;
  // "point B. Then" ends a sentence, "J. Smith" and "B. C. Lee" do not.
  return !/(?:^|[\s(])\p{Lu}$/u.test(before) || OPENS_SENTENCE.test(next);
}
