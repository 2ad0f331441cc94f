import { createPaint, type Paint } from '../report/paint.js';

/** How wide text may be on stdout, from 40 to 120 characters, and whether it may have colour. */
export function terminalLook(): { width: number; paint: Paint } {
  const isTerminal = process.stdout.isTTY === true;
  const useColour = isTerminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  const columns = isTerminal ? process.stdout.columns : Number(process.env['COLUMNS']) || 100;
  return { width: Math.min(120, Math.max(40, columns)), paint: createPaint(useColour) };
}

/** Writes to stdout and waits until it is taken, so that a slow reader does not fill the memory. */
export async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
