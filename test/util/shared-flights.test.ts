import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SharedFlights } from '../../src/util/shared-flights.js';

describe('SharedFlights', () => {
  it('stops the work when the last passenger is gone, and takes none who come later', async () => {
    const flights = new SharedFlights<string>();
    const stops: string[] = [];
    const work = (name: string) => async (signal: AbortSignal): Promise<string> => {
      signal.addEventListener('abort', () => stops.push(name));
      await sleep(20);
      return name;
    };
    const [a, b] = [new AbortController(), new AbortController()];
    const waiting = [flights.board('k', a.signal, work('first')), flights.board('k', b.signal, work('unused'))].map((one) => one.catch((error: Error) => error.name));
    a.abort();
    expect(stops).toEqual([]);
    b.abort();
    expect(stops).toEqual(['first']);
    expect(await flights.board('k', undefined, work('second'))).toBe('second');
    expect(await Promise.all(waiting)).toEqual(['AbortedError', 'AbortedError']);
    expect(flights.has('k')).toBe(false);
  });

  it('hands an error to all, and begins anew', async () => {
    const flights = new SharedFlights<number>();
    const fail = async (): Promise<number> => { throw new Error('down'); };
    expect(await Promise.allSettled([flights.board('k', undefined, fail), flights.board('k', undefined, fail)])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    expect(await flights.board('k', undefined, async () => 1)).toBe(1);
  });
});
