const MARKER = /step[ \t]{0,3}(\d{1,3})(?!\d)/giu;
const DECORATION = /[ \t#>*_-]/u;

/** Where "Step k" headings begin: at a line start or after a sentence, in counting order, two at least. */
export function findStepMarkers(text: string): number[] {
  const markers = [...text.matchAll(MARKER)].flatMap((match) => {
    const start = startOfMarker(text, match.index);
    const follows = /^[ \t]{0,3}(?:\*\*|__)?[ \t]{0,3}(?:[:.)\]–—-]|\r?\n|\*\*|\(|$)/u.test(text.slice(match.index + match[0].length, match.index + match[0].length + 12));
    return start !== null && follows ? [{ start, number: Number(match[1]) }] : [];
  });
  return keepCounting(markers);
}

/** Goes back over blanks and Markdown marks to the line start or the end of a sentence; null inside a sentence. */
function startOfMarker(text: string, at: number): number | null {
  let start = at;
  while (start > 0 && at - start < 16 && DECORATION.test(text.charAt(start - 1))) start--;
  const before = text.charAt(start - 1);
  return start === 0 || before === '\n' || (start < at && /[.!?:;)\]}$]/u.test(before)) ? start : null;
}

/** Keeps the markers whose neighbour counts on: a lone "Step 3" or "12." is not a list. */
export function keepCounting(markers: readonly { start: number; number: number }[]): number[] {
  return markers
    .filter(({ number }, i) => markers[i - 1]?.number === number - 1 || markers[i + 1]?.number === number + 1)
    .map(({ start }) => start);
}
