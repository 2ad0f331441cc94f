/**
 * Breaks text into lines of at most `width` characters, at spaces where there are any.
 * Line ends and control characters in the text become spaces, so that it cannot disturb a terminal.
 */
export function wrapText(text: string, width: number): string[] {
  const words = printable(text).split(' ').filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (let word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    while (word.length > width) {
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Cuts text to `width` characters, with an ellipsis where something is lost. */
export function clipText(text: string, width: number): string {
  const flat = printable(text).replace(/ +/g, ' ').trim();
  return flat.length <= width ? flat : `${flat.slice(0, Math.max(0, width - 1)).trimEnd()}…`;
}

/** Takes out what moves a terminal's cursor or changes its direction of writing. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
