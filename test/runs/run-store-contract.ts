import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunKey, RunStore } from '../../src/runs/index.js';

export const aKey = (changes: Partial<RunKey> = {}): RunKey =>
  ({ configuration: 'default', problem: 'p1', candidate: 0, stage: 'judge', step: null, sample: 0, ...changes });

/** What every RunStore promises. `makeStore` gives an empty one. */
export function describeRunStore(name: string, makeStore: () => Promise<RunStore>): void {
  describe(`${name} keeps the contract of RunStore`, () => {
    it('gives back what was put, and undefined for what was not', async () => {
      const store = await makeStore();
      const value = { z: [1, null, { text: 'ü\n\u2028\u0000"{{x}}"' }], a: false, n: 0 };
      await store.put(aKey(), value);
      expect(await store.get(aKey())).toEqual(value);
      expect(JSON.stringify(await store.get(aKey()))).toBe(JSON.stringify(value));
      expect(await store.get(aKey({ step: 0 }))).toBeUndefined();
      expect([store.has(aKey()), store.has(aKey({ sample: 1 })), store.size]).toEqual([true, false, 1]);
      await store.close();
    });

    it('keeps values apart that differ in one part of the key', async () => {
      const store = await makeStore();
      const keys = [aKey(), aKey({ configuration: 'b' }), aKey({ problem: 'p2' }), aKey({ candidate: null }), aKey({ stage: 'audit' }), aKey({ step: 0 }), aKey({ sample: 1 })];
      for (const [index, key] of keys.entries()) await store.put(key, index);
      expect(await Promise.all(keys.map((key) => store.get(key)))).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect([...store.keys()]).toEqual(keys);
      await store.close();
    });

    it('does not mind the order of the properties of a key', async () => {
      const store = await makeStore();
      await store.put(aKey(), 'value');
      const { configuration, ...rest } = aKey();
      expect(await store.get({ ...rest, configuration })).toBe('value');
      await store.close();
    });

    it('lets the last write win', async () => {
      const store = await makeStore();
      await Promise.all([store.put(aKey(), 'first'), store.put(aKey(), 'second, which is longer')]);
      expect([await store.get(aKey()), store.size]).toEqual(['second, which is longer', 1]);
      await store.close();
    });

    it('does not hand out a value that a caller could change', async () => {
      const store = await makeStore();
      const value = { list: [1] };
      await store.put(aKey(), value);
      value.list.push(2);
      ((await store.get(aKey())) as typeof value).list.push(3);
      expect(await store.get(aKey())).toEqual({ list: [1] });
      await store.close();
    });

    it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [10n], [new Date(0)], [[undefined]], [{ deep: [{ x: Number.NaN }] }]])(
      'refuses %o, which JSON would change silently', async (value) => {
        const store = await makeStore();
        await expect(store.put(aKey(), value)).rejects.toThrow(/^Expected (plain )?JSON data at value/);
        expect([store.size, await store.get(aKey())]).toEqual([0, undefined]);
        await store.close();
      });

    it('lists failures until the work succeeds', async () => {
      const store = await makeStore();
      await store.fail(aKey(), 'first reason');
      await store.fail(aKey(), 'second reason');
      await store.fail(aKey({ step: 1 }), 'other');
      expect([...store.failures()]).toEqual([{ key: aKey(), reason: 'second reason' }, { key: aKey({ step: 1 }), reason: 'other' }]);
      expect([store.has(aKey()), store.size]).toEqual([false, 0]);
      await store.put(aKey(), 1);
      expect([...store.failures()]).toEqual([{ key: aKey({ step: 1 }), reason: 'other' }]);
      await store.close();
    });

    it('keeps finished work finished when a later try of it fails', async () => {
      const store = await makeStore();
      await store.put(aKey(), 1);
      await store.fail(aKey(), 'later');
      expect([[...store.failures()], await store.get(aKey())]).toEqual([[], 1]);
      await store.close();
    });

    it('gives back any JSON data', async () => {
      const store = await makeStore();
      await fc.assert(fc.asyncProperty(fc.jsonValue(), fc.string(), async (value, problem) => {
        await store.put(aKey({ problem }), value);
        expect(JSON.stringify(await store.get(aKey({ problem })))).toBe(JSON.stringify(value));
      }), { numRuns: 200 });
      await store.close();
    });

    it('can be closed twice', async () => {
      const store = await makeStore();
      await store.close();
      await store.close();
    });
  });
}
