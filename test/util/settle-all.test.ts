import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { settleAll } from '../../src/util/settle-all.js';

it('waits for all before the first error comes out', async () => {
  let isDone = false;
  const slow = sleep(20).then(() => { isDone = true; return 1; });
  await expect(settleAll([slow, Promise.reject(new Error('broken'))])).rejects.toThrow('broken');
  expect(isDone).toBe(true);
  expect(await settleAll([slow, Promise.resolve('two')])).toEqual([1, 'two']);
});
