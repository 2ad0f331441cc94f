import { setImmediate as nextTurn } from 'node:timers/promises';
import { solutionFromText } from '../../datasets/index.js';
import type { Solution } from '../../schema/index.js';
import type { StopSignal } from '../../util/stop.js';
import { WorkLine } from './work-line.js';

/** Longer texts, in UTF-16 code units, get a turn of the event loop each: many in one request must not keep others waiting. */
const LONG = 4096;

/** Makes a reader of responses that lets other work go on between long ones. */
export function createSplitter(): (text: string, signal: StopSignal) => Promise<Solution> | Solution {
  const line = new WorkLine(1);
  return (text, signal) => (text.length <= LONG ? solutionFromText(text) : line.run(signal, async () => {
    await nextTurn();
    return solutionFromText(text);
  }));
}
