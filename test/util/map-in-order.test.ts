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
});
