import { describe, expect, it } from 'vitest';
import { startTestServer } from '../server/start-test-server.js';
import { hasPython, runPython } from './run-python.js';
import { startFaultyFront, type Fault } from './start-faulty-front.js';

interface Told { value?: (number | null)[]; error?: string; message?: string }
const columns = (count: number) => ({ prompts: Array(count).fill('What is 2 + 2?'), completions: Array.from({ length: count }, (_, at) => `It is 4. p=${at / count}`) });
const trl = async (count: number, env: Record<string, string>) => {
  const { result, seconds, stderr } = await runPython('trl.py', { columns: columns(count), async: false }, env);
  return { ...(result as Told), seconds, stderr };
};

describe.skipIf(!hasPython)('shims under faults (needs python3 >= 3.9)', () => {
  it('ends with the one right reward for every sample, through 429, 503, cuts and halves', async () => {
    const { url } = await startTestServer();
    const faults: Fault[] = [{ status: 429, retryAfter: '0' }, 'cut', { status: 503 }, 'half', { status: 502, body: '<html>' }];
    // Every third request fails, each time in another way.
    const front = await startFaultyFront(url, (count) => (count % 3 === 0 ? faults[(count / 3) % faults.length] as Fault : 'pass'));
    const { value } = await trl(128, { PRM_SERVER_URL: front.url });
    value?.forEach((reward, at) => expect(reward).toBeCloseTo(at / 128, 5));
    expect(value).toHaveLength(128);
    expect(front.requests.length).toBeGreaterThan(160);
  });

  it('waits as long as Retry-After says, as seconds or as a date', async () => {
    const { url } = await startTestServer();
    for (const retryAfter of ['2', new Date(Date.now() + 8000).toUTCString()]) {
      const front = await startFaultyFront(url, (count) => (count === 1 ? { status: 429, retryAfter } : 'pass'));
      const { value } = await trl(1, { PRM_SERVER_URL: front.url });
      expect(value).toEqual([0]);
      expect((front.requests[1] ?? 0) - (front.requests[0] ?? 0)).toBeGreaterThan(1900);
    }
  });

  it('does not wait for what comes after its deadline, and gives up at the deadline when nothing is answered', async () => {
    const { url } = await startTestServer();
    const late = await startFaultyFront(url, () => ({ status: 429, retryAfter: '1000' }));
    expect(await trl(1, { PRM_SERVER_URL: late.url, PRM_DEADLINE: '60' })).toMatchObject({ value: [null] });
    expect(late.requests).toHaveLength(1);
    const silent = await startFaultyFront(url, () => 'silence');
    const { value, seconds } = await trl(8, { PRM_SERVER_URL: silent.url, PRM_DEADLINE: '1.5' });
    expect(value).toEqual(Array(8).fill(null));
    expect(seconds).toBeLessThan(15);
  });

  it('gives up early on a sample that a verifier which is well cannot measure, and waits for one that is not', async () => {
    const { url } = await startTestServer();
    const riddle = { prompts: ['What is 2 + 2?'], completions: ['A riddle.'] };
    const { result, seconds } = await runPython('trl.py', { columns: riddle, async: false }, { PRM_SERVER_URL: url });
    expect(result).toMatchObject({ value: [null], extras: { prm_error: [expect.stringContaining('not on this sample') as string] } });
    expect(seconds).toBeLessThan(30);
    const failing = { status: 503, body: JSON.stringify({ error: { type: 'verifier', message: 'the model is down' } }) };
    const front = await startFaultyFront(url, (count) => (count <= 6 ? failing : 'pass'));
    expect(await trl(1, { PRM_SERVER_URL: front.url })).toMatchObject({ value: [0] });
  });

  it('stops the batch at a wrong key, without a try more for each sample', async () => {
    const { url } = await startTestServer({ server: { apiKey: 'right' } });
    const front = await startFaultyFront(url, () => 'pass');
    const told = await trl(500, { PRM_SERVER_URL: front.url, PRM_API_KEY: 'wrong', PRM_CONCURRENCY: '8' });
    expect(told).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('401') as string });
    expect(told.message).not.toContain('wrong');
    expect(front.requests.length).toBeLessThan(100);
    expect(await trl(3, { PRM_SERVER_URL: url, PRM_API_KEY: 'right' })).toMatchObject({ value: [0, expect.closeTo(1 / 3, 5), expect.closeTo(2 / 3, 5)] });
  });

  it.each([
    ['an address that is none', { PRM_SERVER_URL: 'localhost:8080' }, 'PRM_SERVER_URL'],
    ['a deadline that is none', { PRM_DEADLINE: 'soon' }, 'PRM_DEADLINE'],
  ])('says in one line what is wrong with %s', async (_, env, name) => {
    expect(await trl(1, env)).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining(name) as string });
  });

  it('tells a foreign server by its answer', async () => {
    const foreign = await startFaultyFront('http://127.0.0.1:9', () => ({ status: 200, body: '<html>welcome</html>' }));
    expect(await trl(1, { PRM_SERVER_URL: foreign.url })).toMatchObject({ error: 'PrmSetupError', message: expect.stringContaining('Expected JSON') as string });
  });
});
