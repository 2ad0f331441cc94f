import { expect, it } from 'vitest';
import { onAbort } from '../../src/util/on-abort.js';
import { Stop } from '../../src/util/stop.js';

it('fires once, keeps its first reason, and tells who watches, but not who has left', () => {
  const stop = new Stop();
  const called: string[] = [];
  const note = (): void => { called.push('twice'); };
  onAbort(stop, note);
  onAbort(stop, note);
  onAbort(stop, () => called.push('left'))();
  stop.abort('first');
  stop.abort('second');
  expect([called, stop.aborted, stop.reason, stop.signal]).toEqual([['twice', 'twice'], true, 'first', stop]);
  onAbort(stop, () => called.push('late'));
  expect(called.at(-1)).toBe('late');
});
