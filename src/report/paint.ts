import { styleText } from 'node:util';

/** Colours of meaning in the terminal. */
export interface Paint {
  good: (text: string) => string;
  bad: (text: string) => string;
  unsure: (text: string) => string;
  faint: (text: string) => string;
  strong: (text: string) => string;
}

/** Makes the colours; without colour every function returns its text unchanged. */
export function createPaint(useColour: boolean): Paint {
  const style = (name: Parameters<typeof styleText>[0]) => (text: string): string => (useColour ? styleText(name, text) : text);
  return { good: style('green'), bad: style('red'), unsure: style('yellow'), faint: style('dim'), strong: style('bold') };
}
