import { describe, expect, it } from 'vitest';
import { mapInOrder } from '../../src/util/map-in-order.js';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('mapInOrder', () => {
  it('keeps the order though later items finish first', async () => {
    const seen: number[] = [];
    for await (const value of mapInOrder([30, 1, 10, 0], 3, async (ms) => { await wait(ms); return ms; })) seen.push(value);
    expect(seen).toEqual([30, 1, 10, 0]);
  });

  it('never has more in flight than asked', async () => {
    let now = 0;
    let most = 0;
    const results = mapInOrder(Array.from({ length: 20 }, (_, i) => i), 4, async (item) => {
      most = Math.max(most, ++now);
      await wait(item % 3);
      now--;
      return item;
    });
    for await (const result of results) expect(result).toBeGreaterThanOrEqual(0);
    expect(most).toBe(4);
  });

  it('delivers a failure in its turn, after the results before it', async () => {
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const value of mapInOrder([1, 2, 3], 3, async (item) => {
        if (item === 2) throw new Error('second');
        return item;
      })) seen.push(value);
    };
    await expect(run()).rejects.toThrow('second');
    expect(seen).toEqual([1]);
  });

  it('goes on beside a slow first item, and holds only so many results back for it', async () => {
    let release = (): void => {};
    const slow = new Promise<void>((resolve) => { release = resolve; });
    let begun = 0;
    const results = mapInOrder(Array.from({ length: 1000 }, (_, i) => i), 2, async (item) => {
      begun++;
      if (item === 0) await slow;
      return item;
    });
    const first = results.next();
    await wait(30);
    expect(begun).toBeGreaterThan(200);
    expect(begun).toBeLessThan(300);
    release();
    const seen = [(await first).value];
    for await (const value of results) seen.push(value);
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('hands a result out as soon as those before it are out', async () => {
    const results = mapInOrder([0, 1, 2, 3], 4, (item) => (item < 2 ? Promise.resolve(item) : new Promise<number>(() => {})));
    expect([(await results.next()).value, (await results.next()).value]).toEqual([0, 1]);
  });

  it('asks again for an item that was refused, though no other ends', async () => {
    let room = 1;
    let begun = 0;
    const results = mapInOrder([1, 2, 3], (inFlight) => inFlight < room, async (item) => {
      begun++;
      await wait(60);
      return item;
    });
    const first = results.next();
    await wait(10);
    expect(begun).toBe(1);
    room = 3;
    await wait(30);
    expect(begun).toBe(3);
    expect((await first).value).toBe(1);
    expect([(await results.next()).value, (await results.next()).value, (await results.next()).done]).toEqual([2, 3, true]);
  });

  it('closes its source when its reader leaves early', async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<number> {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        isClosed = true;
      }
    }
    for await (const value of mapInOrder(source(), 3, async (item) => item)) if (value === 5) break;
    expect(isClosed).toBe(true);
  });
});
