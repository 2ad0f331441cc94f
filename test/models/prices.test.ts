import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyUsage } from '../../src/models/middleware/usage-meter.js';
import { priceUsage, readPriceList } from '../../src/models/prices.js';
import { tempFolder } from '../helpers/temp-folder.js';

const read = (text: string) => {
  const file = path.join(tempFolder(), 'prices.yaml');
  writeFileSync(file, text);
  return readPriceList(file);
};

describe('price lists', () => {
  it('price fresh, cached and written tokens apart', async () => {
    const prices = await read('currency: USD\nmodels:\n  "a/b": { input: 2, cachedInput: 0.5, output: 8 }\n  c: { input: 1, output: 1 }\n');
    const usage = { ...emptyUsage(), promptTokens: 1_000_000, prefixCachedTokens: 400_000, completionTokens: 100_000 };
    expect(priceUsage(prices, 'a/b', usage)).toEqual({ amount: expect.closeTo(0.6 * 2 + 0.4 * 0.5 + 0.1 * 8, 12), currency: 'USD' });
    expect(priceUsage(prices, 'c', usage)?.amount).toBeCloseTo(1.1, 12);
  });

  it('do not make up the price of a model they lack', async () => {
    const prices = await read('currency: USD\nmodels: {}\n');
    expect(priceUsage(prices, 'constructor', emptyUsage())).toBeNull();
  });

  it('do not call free what a server did not count', async () => {
    const prices = await read('currency: USD\nmodels: { a: { input: 1, output: 1 } }\n');
    expect(priceUsage(prices, 'a', { ...emptyUsage(), calls: 3, fromCache: 1, failures: 1 })).toBeNull();
    expect(priceUsage(prices, 'a', { ...emptyUsage(), calls: 3, fromCache: 3 })).toEqual({ amount: 0, currency: 'USD' });
  });

  it.each([['currency: USD\n', 'models'], ['currency: USD\nmodels: { a: { input: -1, output: 0 } }\n', 'models.a.input'], ['currency: [', 'Check the path and the file.']])('refuse %j in one line', async (text, words) => {
    const error = await read(text).catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toContain(words);
    expect((error as Error).message).not.toContain('\n');
  });
});
