import { afterEach, describe, expect, it } from 'vitest';
import { AbortedError, BackendError } from '../../../../src/errors/index.js';
import { createWorkerPool, type WorkerPool } from '../../../../src/verifiers/builtin/ocr/worker-pool.js';

const entry = new URL('fixtures/echo-worker.mjs', import.meta.url);
interface Request { say: string; after?: number }
interface Response { id: number; said: string; thread: number }
let pool: WorkerPool<Request, Response>;
const open = (workers: number): void => {
  pool = createWorkerPool<Request, Response>({ entry, workers, workerData: null, name: 'Echo' });
};
afterEach(() => pool.close());

describe('createWorkerPool', () => {
  it('answers many requests in their own order, on no more workers than allowed', async () => {
    open(2);
    const said = await Promise.all(Array.from({ length: 12 }, (_, i) => pool.run({ say: `${i}`, after: i % 3 }, { ref: `${i}` })));
    expect(said.map((answer) => answer.said)).toEqual(Array.from({ length: 12 }, (_, i) => `${i}`));
    expect(new Set(said.map(({ thread }) => thread)).size).toBeLessThanOrEqual(2);
  });

  it('replaces a worker that dies: its request fails, the next ones are answered', async () => {
    open(1);
    const [died, threw, after] = await Promise.allSettled([
      pool.run({ say: 'exit' }, { ref: 'a.png' }), pool.run({ say: 'throw' }, { ref: 'b.png' }), pool.run({ say: 'hello' }, { ref: 'c.png' }),
    ]);
    expect(died).toMatchObject({ status: 'rejected', reason: { isRetryable: true, message: expect.stringMatching(/a\.png.*exit code 3/) as string } });
    expect(died.status === 'rejected' && died.reason).toBeInstanceOf(BackendError);
    expect(threw).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/b\.png.*thrown on purpose/) as string } });
    expect(after).toMatchObject({ status: 'fulfilled', value: { said: 'hello' } });
  });

  it('drops waiting and running work when its signal fires, and goes on with the rest', async () => {
    open(1);
    const control = new AbortController();
    const running = pool.run({ say: 'slow', after: 100 }, { ref: 'slow.png', signal: control.signal });
    const waiting = pool.run({ say: 'waiting' }, { ref: 'waiting.png', signal: control.signal });
    const other = pool.run({ say: 'other' }, { ref: 'other.png' });
    control.abort();
    await expect(running).rejects.toBeInstanceOf(AbortedError);
    await expect(waiting).rejects.toThrow(/waiting\.png/);
    expect((await other).said).toBe('other');
    await expect(pool.run({ say: 'late' }, { ref: 'late.png', signal: control.signal })).rejects.toBeInstanceOf(AbortedError);
  });

  it('rejects open and later work when it is closed, twice if need be', async () => {
    open(1);
    const running = pool.run({ say: 'slow', after: 1000 }, { ref: 'a.png' });
    const [outcome] = await Promise.allSettled([running, pool.close()]);
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'AbortedError' } });
    await pool.close();
    await expect(pool.run({ say: 'late' }, { ref: 'late.png' })).rejects.toBeInstanceOf(AbortedError);
  });
});
