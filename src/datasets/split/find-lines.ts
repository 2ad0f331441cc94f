import type { Span } from './span.js';

/** The lines of a text, without their line ends; blank ones included. */
export function* findLines(text: string): Generator<Span> {
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    yield { start, end };
    start = end + 1;
  }
  yield { start, end: text.length };
}
