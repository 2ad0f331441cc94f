const MAX_CHARACTERS = 20_000;
const MIN_OPTIONS = 2;

/** How a question can letter its options: "(A) …", "A. …", "A) …", "A: …". Each pattern finds the label of one given letter. */
const styles: readonly ((letter: string) => RegExp)[] = [
  (letter) => new RegExp(String.raw`(?<=^|[\s,;:.?])\(${letter}\)\s*`, 'g'),
  (letter) => new RegExp(String.raw`(?<=^|[\s,;，：；])${letter}[.．、]\s*`, 'g'),
  (letter) => new RegExp(String.raw`(?<=^|[\s,;])(?<!\([^()]{1,40})${letter}\)\s*`, 'g'),
  (letter) => new RegExp(String.raw`(?<=^|[\s,;])${letter}[:：]\s*`, 'g'),
];

/**
 * The texts of the options that a question lists itself, in order A, B, C, …: MMMU, MathVerse, WeMath and LogicVista
 * give them so. Of several lists the longest is taken, then the last. Null when there is none.
 */
export function readInlineOptions(question: string): string[] | null {
  const text = question.slice(-MAX_CHARACTERS);
  const lists = styles.map((style) => readList(text, style)).filter((list) => list.options.length >= MIN_OPTIONS);
  return lists.sort((a, b) => b.options.length - a.options.length || b.start - a.start)[0]?.options ?? null;
}

function readList(text: string, style: (letter: string) => RegExp): { start: number; options: string[] } {
  const labels: { start: number; end: number }[] = [];
  const second = [...text.matchAll(style('B'))].at(-1);
  const first = second === undefined ? undefined : [...text.slice(0, second.index).matchAll(style('A'))].at(-1);
  for (let label = first; label !== undefined; ) {
    labels.push({ start: label.index, end: label.index + label[0].length });
    const next = style(String.fromCharCode('A'.charCodeAt(0) + labels.length));
    next.lastIndex = label.index + label[0].length;
    label = labels.length < 26 ? next.exec(text) ?? undefined : undefined;
  }
  return { start: labels[0]?.start ?? 0, options: labels.map(({ end }, i) => trimOption(text.slice(end, labels[i + 1]?.start ?? endOfLine(text, end)))) };
}

/** The last option ends with its line. */
function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const trimOption = (option: string): string => option.trim().replace(/[;,]$/, '').trimEnd();
