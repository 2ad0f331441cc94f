/** The numbers in a text as they are compared: without thousands commas. `10:15` holds two numbers, `$1,200.50` one. */
export function findNumbers(text: string): string[] {
  return (text.match(/\d+(?:,\d{3})*(?:\.\d+)?|\.\d+/g) ?? []).map((number) => number.replaceAll(',', ''));
}

/** How two multisets of numbers agree. */
export interface Agreement {
  expected: number;
  read: number;
  found: number;
  missed: string[];
  extra: string[];
}

/** Compares numbers as multisets. */
export function compareNumbers(expected: readonly string[], read: readonly string[]): Agreement {
  const extra = [...read];
  const missed = expected.filter((number) => {
    const at = extra.indexOf(number);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return { expected: expected.length, read: read.length, found: expected.length - missed.length, missed, extra };
}
